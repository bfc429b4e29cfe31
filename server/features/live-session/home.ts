import { formatDate } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { HomeItem } from "#wire/home.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import type { HomeReader } from "../home/source.ts";

const OWN_SHOWN = 5;
const SUPPORTED_SHOWN = 3;
/** Half a year: an answer of an assembly is of interest until the next. */
const DAYS = 183;

type Row = {
  id: string;
  slug: string;
  text: string;
  language: Language;
  state: QuestionState;
  own: boolean;
  owner: string;
  dueOn: string | null;
  at: Date;
};

/** What became of the questions that one asked and of those that one supported. */
export async function questionsHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const now = clock.now();
  const columns = (own: boolean) => `
    q.id, a.slug, q.text, q.language, q.state, ${own} AS own, q.answer_owner AS owner,
    ${isoDay("q.answer_due_on")} AS "dueOn", q.created_at AS at`;
  const { rows } = await pool.query<Row>(
    `(SELECT ${columns(true)} FROM question q JOIN assembly a ON a.id = q.assembly_id
      WHERE q.author_id = $1 AND q.state <> 'withdrawn'
        AND q.created_at > $2::timestamptz - make_interval(days => ${DAYS})
      ORDER BY q.state IN ('owed_written', 'answered_written') DESC, q.created_at DESC
      LIMIT ${OWN_SHOWN})
     UNION ALL
     (SELECT ${columns(false)} FROM question_support s JOIN question q ON q.id = s.question_id
      JOIN assembly a ON a.id = q.assembly_id
      WHERE s.person_id = $1 AND q.author_id IS DISTINCT FROM $1
        AND q.state IN ('answered_oral', 'answered_written')
        AND q.created_at > $2::timestamptz - make_interval(days => ${DAYS})
      ORDER BY q.state = 'answered_written' DESC, q.created_at DESC LIMIT ${SUPPORTED_SHOWN})`,
    [actor.personId, now],
  );
  return rows.map((row) => itemOf(row, language, dayInBrussels(now)));
}

function itemOf(row: Row, language: Language, today: string): HomeItem {
  const { t } = translator(language);
  const { id, slug, text, state, own, owner, dueOn, at } = row;
  const overdue = state === "owed_written" && dueOn !== null && dueOn < today;
  const due = state === "owed_written" &&
    dueOn !== null && {
      detail: t(`home:question.${overdue ? "overdue" : "owed"}`, {
        owner,
        date: formatDate(language, dueOn),
      }),
    };
  return {
    key: `question:${id}`,
    part: "became",
    sign: t(`home:question.${own ? "own" : "supported"}`),
    title: text,
    ...(row.language === language ? {} : { titleLanguage: row.language }),
    detail: t(`live-session:question.state.${state}`),
    ...(due || {}),
    action: t(`home:question.${state === "answered_written" ? "read" : "follow"}`),
    link: `/live-session/${slug}#${own ? "mine" : "question"}-${id}`,
    at: at.toISOString(),
    ...(overdue ? { pressing: true } : {}),
  };
}

/** What members still wait for from the function whose address is one's own. */
export async function owedAnswersHome(
  { pool, clock }: Platform,
  { actor, language }: HomeReader,
): Promise<HomeItem[]> {
  const { rows } = await pool.query<{ slug: string; count: number; dueOn: string | null }>(
    `SELECT a.slug, count(*)::int AS count, ${isoDay("min(q.answer_due_on)")} AS "dueOn"
     FROM question q JOIN assembly a ON a.id = q.assembly_id
     WHERE q.state = 'owed_written' AND q.answer_address <> ''
       AND q.answer_address = (SELECT email FROM person WHERE id = $1)
     GROUP BY a.slug`,
    [actor.personId],
  );
  const { t } = translator(language);
  const today = dayInBrussels(clock.now());
  return rows.map(({ slug, count, dueOn }) => ({
    key: `answers-owed:${slug}`,
    part: "waits",
    sign: t("home:owed.sign"),
    title: t("home:owed.title", { count }),
    ...(dueOn
      ? { detail: t("home:owed.due", { date: formatDate(language, dueOn) }), at: dueOn }
      : {}),
    action: t("home:owed.action"),
    link: `/assembly/${slug}/answers`,
    pressing: dueOn !== null && dueOn < today,
  }));
}
