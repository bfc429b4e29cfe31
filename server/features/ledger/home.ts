import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader, HomeSource } from "../home/source.ts";
import { isLate, mayAnswerFor } from "./cards.ts";

/** What the ledger has to say: answers that one owes, and what became of what one is behind. */
export const ledgerHome: HomeSource = async (platform, reader) => {
  const [owed, became] = await Promise.all([
    owedHome(platform, reader),
    becameHome(platform, reader),
  ]);
  return [...owed, ...became];
};

async function owedHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const may = mayAnswerFor(actor);
  if (may.length === 0) return [];
  const { rows } = await pool.query<{ waiting: number; late: number; due: string | null }>(
    `SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE ${isLate("$2")}))::int AS late,
       ${isoDay("min(due_on)")} AS due
     FROM ledger_item i WHERE i.state = 'waiting' AND i.addressee = ANY($1)`,
    [may, dayInBrussels(clock.now())],
  );
  const { waiting = 0, late = 0, due } = rows[0] ?? {};
  if (waiting === 0 || !due) return [];
  const { t } = translator(language);
  return [
    {
      key: "ledger-owed",
      part: "waits",
      sign: t("ledger:home.owed.sign"),
      title: t("ledger:home.owed.title", { count: waiting }),
      ...(late > 0 ? { detail: t("ledger:home.owed.late", { count: late }), pressing: true } : {}),
      action: t("ledger:home.owed.action"),
      link: "/ledger/answers",
      at: new Date(due).toISOString(),
    },
  ];
}

type Became = { number: number; title: string; language: Language; outcome: string; at: Date };

async function becameHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<Became>(
    `SELECT i.number, i.title, i.language, m.outcome, m.at
     FROM ledger_person p JOIN ledger_item i ON i.id = p.item_id
     JOIN LATERAL (SELECT outcome, at FROM ledger_move
       WHERE item_id = i.id AND event = 'answered' ORDER BY id DESC LIMIT 1) m ON true
     WHERE p.person_id = $1 AND m.at > $2::timestamptz - interval '60 days'
     ORDER BY m.at DESC LIMIT 3`,
    [actor.personId, clock.now()],
  );
  const { t } = translator(language);
  return rows.map(({ number, title, language: written, outcome, at }) => ({
    key: `ledger:${number}`,
    part: "became",
    sign: t(`ledger:outcome.${outcome}`),
    title,
    ...(written === language ? {} : { titleLanguage: written }),
    action: t("ledger:home.became.action"),
    link: `/ledger/${number}`,
    at: at.toISOString(),
  }));
}
