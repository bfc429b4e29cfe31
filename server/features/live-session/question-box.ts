import type { PoolClient } from "pg";
import { lastDayForQuestions } from "#domain/convocation/days.ts";
import { isApart } from "#domain/kernel/apart.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QuestionKind } from "#domain/live-session/question.ts";
import { isoDay } from "../../platform/instants.ts";
import type { AssemblyRow } from "./repository.ts";

/** Why nothing can be put into the box now, if so. */
export function boxObjection({ phase, questionsOpen }: AssemblyRow): RefusalCode | undefined {
  if (phase !== "convened" && phase !== "live") return "wrong-phase";
  return questionsOpen ? undefined : "questions-closed";
}

/**
 * Whether the day until which the statutes take written statutory questions has passed (rules §1.7).
 * In the meeting itself everybody may ask; what came on paper in time may be typed later.
 */
export async function writtenTooLate(
  client: PoolClient,
  { id, phase }: Pick<AssemblyRow, "id" | "phase">,
  now: Date,
): Promise<boolean> {
  if (phase !== "convened") return false;
  const { rows } = await client.query<{ day: string; days: number }>(
    `SELECT ${isoDay("a.day")} AS day,
       coalesce((p.values #>> '{questionDeadlineDays,value}')::int, 0) AS days
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version WHERE a.id = $1`,
    [id],
  );
  const last = rows[0] && lastDayForQuestions(rows[0].day, rows[0].days);
  return last !== undefined && dayInBrussels(now) > last;
}

/** What a question is about and where it is asked: both belong to the assembly. */
export async function placeOfQuestion(
  client: PoolClient,
  assembly: AssemblyRow,
  wanted: { itemId?: string | undefined; siteId?: string | undefined },
): Promise<Result<{ itemId: string | null; siteId: string | null }>> {
  const itemId = wanted.itemId ?? assembly.currentItemId;
  const siteId = wanted.siteId ?? null;
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT ($2::uuid IS NULL OR EXISTS (
         SELECT FROM agenda_item WHERE id = $2 AND assembly_id = $1))
       AND ($3::uuid IS NULL OR EXISTS (
         SELECT FROM site WHERE id = $3 AND assembly_id = $1)) AS known`,
    [assembly.id, itemId, siteId],
  );
  return rows[0]?.known ? ok({ itemId, siteId }) : refuse("not-found");
}

/** The room in which somebody is now; null for those who follow from elsewhere. */
export async function siteOfPresence(
  client: PoolClient,
  assemblyId: string,
  personId: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ site: string | null }>(
    `SELECT site_id AS site FROM attendance
     WHERE assembly_id = $1 AND person_id = $2 AND left_at IS NULL
     ORDER BY arrived_at DESC LIMIT 1`,
    [assemblyId, personId],
  );
  return rows[0]?.site ?? undefined;
}

export type NewQuestion = {
  id: string;
  assemblyId: string;
  itemId: string | null;
  siteId: string | null;
  /** Missing where nobody is to be known as having asked it. */
  authorId?: string;
  /** Who typed it for the asker. */
  enteredBy?: string;
  kind: QuestionKind;
  language: Language;
  text: string;
  nameHidden: boolean;
  createdAt: Date;
};

export async function insertQuestion(client: PoolClient, question: NewQuestion): Promise<void> {
  await client.query(
    `INSERT INTO question (id, assembly_id, item_id, site_id, author_id, entered_by, kind, language,
       text, name_hidden, created_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6::uuid, $7, $8, $9, $10, $11,
       CASE WHEN $6::uuid IS NOT NULL THEN $11::timestamptz END)
     ON CONFLICT (id) DO NOTHING`,
    [
      question.id,
      question.assemblyId,
      question.itemId,
      question.siteId,
      question.authorId ?? null,
      question.enteredBy ?? null,
      question.kind,
      question.language,
      question.text,
      // Among workers nobody is shown with what they asked (question_apart_check).
      question.nameHidden || isApart(question.assemblyId),
      question.createdAt,
    ],
  );
}
