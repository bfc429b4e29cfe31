import type { Pool } from "pg";
import type { RehearsalAct, RehearsalReport } from "#domain/live-session/rehearsal.ts";
import type { Measures } from "./measures.ts";
import type { SyntheticMember } from "./member.ts";

type Kept = { acknowledged: number; kept: number };
type Ballot = { decision_id: string; elector_id: string; option_id: string; revision: number };

/**
 * Looks in the database for every act that was acknowledged, and for what nobody asked for. A vote
 * that was sent, never acknowledged and yet written is the voter's own: a later revision of hers.
 */
export async function checkKept(
  pool: Pool,
  members: readonly SyntheticMember[],
  measures: Measures,
): Promise<RehearsalReport["acts"]> {
  const acts = {
    arrival: await arrivals(pool, members),
    question: await questions(pool, members),
    support: await supports(pool, members),
    vote: await votes(pool, members, measures),
  };
  for (const [act, { acknowledged, kept }] of Object.entries(acts) as [RehearsalAct, Kept][]) {
    if (kept < acknowledged) measures.breaks("lost-act", act, acknowledged - kept);
  }
  await checkCounts(pool, measures);
  return acts;
}

async function arrivals(pool: Pool, members: readonly SyntheticMember[]): Promise<Kept> {
  const wanted = members.filter(({ acknowledged }) => acknowledged.arrived);
  const { rows } = await pool.query<{ kept: number }>(
    "SELECT count(DISTINCT person_id)::int AS kept FROM attendance WHERE person_id = ANY($1)",
    [wanted.map(({ caller }) => caller.personId)],
  );
  return { acknowledged: wanted.length, kept: rows[0]?.kept ?? 0 };
}

async function questions(pool: Pool, members: readonly SyntheticMember[]): Promise<Kept> {
  const wanted = members.flatMap(({ acknowledged, caller }) =>
    acknowledged.questions.map((id) => ({ id, author: caller.personId })),
  );
  const { rows } = await pool.query<{ kept: number }>(
    `SELECT count(*)::int AS kept FROM question
     JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (id, author)
       ON wanted.id = question.id AND wanted.author = question.author_id`,
    [wanted.map(({ id }) => id), wanted.map(({ author }) => author)],
  );
  return { acknowledged: wanted.length, kept: rows[0]?.kept ?? 0 };
}

async function supports(pool: Pool, members: readonly SyntheticMember[]): Promise<Kept> {
  const { rows } = await pool.query<{ key: string }>(
    "SELECT question_id || person_id::text AS key FROM question_support",
  );
  const there = new Set(rows.map(({ key }) => key));
  const wanted = members.flatMap(({ acknowledged, caller }) =>
    [...acknowledged.supports].map(([id, on]) => ({ key: id + caller.personId, on })),
  );
  const kept = wanted.filter(({ key, on }) => there.has(key) === on);
  return { acknowledged: wanted.length, kept: kept.length };
}

async function votes(
  pool: Pool,
  members: readonly SyntheticMember[],
  measures: Measures,
): Promise<Kept> {
  const { rows } = await pool.query<Ballot>(
    "SELECT decision_id, elector_id, option_id, revision FROM ballot",
  );
  const written = new Map(rows.map((row) => [row.decision_id + row.elector_id, row]));
  let [acknowledged, kept] = [0, 0];
  for (const member of members) {
    for (const [decisionId, vote] of member.acknowledged.votes) {
      const row = written.get(decisionId + member.caller.personId);
      acknowledged += 1;
      const later = row && row.revision > vote.revision;
      if (later || (row?.option_id === vote.optionId && row.revision === vote.revision)) kept += 1;
    }
  }
  const people = new Set(members.map(({ caller }) => caller.personId));
  const strangers = rows.filter(({ elector_id: elector }) => !people.has(elector)).length;
  if (strangers > 0) measures.breaks("unasked-act", "vote", strangers);
  return { acknowledged, kept };
}

/** Each published count is the number of its ballots. */
async function checkCounts(pool: Pool, measures: Measures): Promise<void> {
  const { rows } = await pool.query<{ phase: string; ballots: number; counted: number | null }>(
    `SELECT d.phase,
       (SELECT count(*)::int FROM ballot b WHERE b.decision_id = d.id) AS ballots,
       (SELECT sum(n.value::int)::int FROM tally t, jsonb_each_text(t.report -> 'counts') AS n
        WHERE t.decision_id = d.id) AS counted
     FROM decision d WHERE d.opened_at IS NOT NULL`,
  );
  for (const { phase, ballots, counted } of rows) {
    if (phase !== "published") measures.breaks("wrong-count", phase);
    else if (ballots !== counted) measures.breaks("wrong-count", `${ballots} / ${counted ?? 0}`);
  }
}
