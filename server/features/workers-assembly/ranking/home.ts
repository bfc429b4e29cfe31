import { formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { inLanguage, type Translated } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { HomeReader } from "../../home/source.ts";

/** A ranking that is open, for who is on its roll and has taken no ballot yet. */
export async function rankingHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const entered = (actor.apart ?? []).flatMap(({ assemblyId, part }) =>
    part === "worker" ? [assemblyId] : [],
  );
  if (entered.length === 0) return [];
  const { rows } = await pool.query<{ slug: string; titles: Translated; closesAt: Date }>(
    `SELECT w.slug, w.titles, d.closes_at AS "closesAt"
     FROM workers_assembly w JOIN decision d ON d.id = w.ranking_id
     WHERE w.assembly_id = ANY ($3::uuid[]) AND d.phase = 'open' AND d.closes_at > $2
       AND d.suspended_at IS NULL
       AND EXISTS (SELECT FROM roll_entry r
         WHERE r.assembly_id = w.assembly_id AND r.person_id = $1)
       AND NOT EXISTS (SELECT FROM credential_issue i
         WHERE i.decision_id = d.id AND i.elector_id = $1)
     ORDER BY d.closes_at LIMIT 3`,
    [actor.personId, clock.now(), entered],
  );
  const { t } = translator(language);
  return rows.map(({ slug, titles, closesAt }) => {
    const title = inLanguage(titles, language);
    return {
      key: `workers-ranking:${slug}`,
      part: "now",
      sign: t("workers-ranking:home.sign"),
      title: title?.value ?? "",
      ...(title && title.language !== language ? { titleLanguage: title.language } : {}),
      detail: t("workers-ranking:home.until", { when: formatDateTime(language, closesAt) }),
      action: t("workers-ranking:home.read"),
      link: `/workers-assembly/${slug}/ranking`,
      at: closesAt.toISOString(),
    };
  });
}
