import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { RecapPage } from "#wire/minutes.ts";
import { isoDay, isoOf } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import { type AssemblyRow, ASSEMBLY_COLUMNS, maySee } from "../assembly/cards.ts";
import { CARD_COLUMNS, type CardRow, toCard } from "../decisions/cards.ts";
import { publishedResult } from "./record-votes.ts";

/** The day of one person: where they were, what they asked, that they voted, what was decided. */
export async function recapPage(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<RecapPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<AssemblyRow & { minutes: boolean }>(
    `SELECT ${ASSEMBLY_COLUMNS}, EXISTS (SELECT FROM minutes m
       WHERE m.assembly_id = a.id AND m.hash IS NOT NULL) AS minutes
     FROM assembly a WHERE a.slug = $1`,
    [slug],
  );
  const [row] = rows;
  if (!row || !maySee(actor, row)) return refuse("not-found");
  const { id, title, day, phase, minutes } = row;
  const [presence, questions, votes] = await Promise.all([
    presenceOf(pool, id, actor.personId),
    questionsOf(pool, id, actor.personId),
    votesOf(pool, id, actor.personId),
  ]);
  return ok({ assembly: { id, slug, title, day, phase }, presence, questions, votes, minutes });
}

async function presenceOf(
  pool: Pool,
  assemblyId: string,
  personId: string,
): Promise<RecapPage["presence"]> {
  const { rows } = await pool.query<RecapPage["presence"][number]>(
    `SELECT ${isoOf("t.arrived_at")} AS from, ${isoOf("t.left_at")} AS to, s.name AS site
     FROM attendance t LEFT JOIN site s ON s.id = t.site_id AND s.kind <> 'online'
     WHERE t.assembly_id = $1 AND t.person_id = $2 ORDER BY t.arrived_at`,
    [assemblyId, personId],
  );
  return rows.map(withoutNulls);
}

async function questionsOf(
  pool: Pool,
  assemblyId: string,
  personId: string,
): Promise<RecapPage["questions"]> {
  const { rows } = await pool.query<RecapPage["questions"][number]>(
    `SELECT q.id, q.number, q.text, q.language, q.state,
       (SELECT number FROM question target WHERE target.id = q.merged_into_id) AS "mergedInto",
       nullif(coalesce(nullif(q.answer, ''),
         (SELECT answer FROM question target WHERE target.id = q.merged_into_id)), '') AS answer,
       nullif(q.answer_owner, '') AS "answerOwner",
       ${isoDay("q.answer_due_on")} AS "answerDueOn",
       CASE WHEN q.state = 'refused' THEN q.refusal_reason END AS "refusalReason"
     FROM question q WHERE q.assembly_id = $1 AND q.author_id = $2
     ORDER BY q.created_at, q.id`,
    [assemblyId, personId],
  );
  return rows.map(withoutNulls);
}

type VoteRow = CardRow & { voted: RecapPage["votes"][number]["voted"] };

async function votesOf(
  pool: Pool,
  assemblyId: string,
  personId: string,
): Promise<RecapPage["votes"]> {
  const { rows } = await pool.query<VoteRow>(VOTES, [assemblyId, personId]);
  return rows.map((row) => ({
    decisionId: row.id,
    title: toCard(row, false).title,
    phase: row.phase,
    ballotKind: row.ballot_kind,
    voted: row.voted,
    ...publishedResult(row),
  }));
}

// For whom: oneself, legal persons one represented on the day, and those whose mandate one used.
// Of a secret vote the roll says that a ballot was taken, and nobody knows more.
const VOTES = `
  WITH elector AS (
    SELECT $2::uuid AS id
    UNION
    SELECT r.legal_person_id FROM assembly a JOIN representation r ON r.representative_id = $2
      AND r.valid_from <= coalesce(a.roll_as_of, a.day)
      AND (r.valid_to IS NULL OR r.valid_to >= coalesce(a.roll_as_of, a.day))
    WHERE a.id = $1
    UNION
    SELECT v.giver_id FROM mandate_vote v JOIN decision d ON d.id = v.decision_id
    WHERE d.assembly_id = $1 AND v.holder_id = $2
  )
  SELECT ${CARD_COLUMNS}, coalesce((
      SELECT json_agg(json_build_object('name', ${nameOf("p")}, 'self', p.id = $2, 'way', CASE
          WHEN v.holder_id <> $2 THEN 'mandate'
          ELSE coalesce(i.channel, 'online') END) ORDER BY p.id <> $2, p.family_name)
      FROM elector
      JOIN person p ON p.id = elector.id
      LEFT JOIN ballot b ON b.decision_id = d.id AND b.elector_id = elector.id
      LEFT JOIN credential_issue i ON i.decision_id = d.id AND i.elector_id = elector.id
      LEFT JOIN mandate_vote v ON v.decision_id = d.id AND v.giver_id = elector.id
      WHERE (b.elector_id IS NOT NULL OR i.elector_id IS NOT NULL)
        AND (elector.id = $2 OR v.holder_id IS NULL OR v.holder_id = $2)), '[]') AS voted
  FROM decision d
  WHERE d.assembly_id = $1 AND d.opened_at IS NOT NULL AND NOT d.rehearsal
  ORDER BY d.position, d.opened_at`;
