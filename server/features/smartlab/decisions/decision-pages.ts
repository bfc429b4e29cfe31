import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { outcomeOf } from "#domain/smartlab/decisions/named-vote.ts";
import type { DecisionCard, DecisionPage } from "#wire/lab-decisions.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, headOf, isId, labOfSlug } from "../work/frame.ts";
import { consentOf } from "./consent-sql.ts";

const CARD = `d.id, d.title, d.way, d.phase, d.version, ${epochMs("d.made_at")} AS "madeAt",
  ${epochMs("d.ended_at")} AS "endedAt"`;
const MOST_DECISIONS = 100;

/** What waits for an answer first, then what was decided. */
export async function decisionList(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<{ lab: LabInside; decisions: DecisionCard[] }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  const { rows } = await pool.query<DecisionCard>(
    `SELECT ${CARD} FROM lab_decision d WHERE d.lab_id = $1
     ORDER BY d.ended_at IS NOT NULL, d.ended_at DESC, d.made_at DESC LIMIT ${MOST_DECISIONS}`,
    [lab.value.labId],
  );
  return ok({ lab: headOf(lab.value), decisions: rows.map(withoutNulls) });
}

type Row = DecisionPage["decision"] & { text: string; report?: AnyReport };

export async function decisionPage(
  { pool }: Platform,
  actor: Actor,
  { slug, decisionId }: { slug: string; decisionId: string },
): Promise<Result<{ lab: LabInside; page: DecisionPage }>> {
  const lab = await labOfSlug(pool, actor, slug);
  if (!lab.ok) return lab;
  if (!isId(decisionId)) return refuse("not-found");
  const { labId } = lab.value;
  const me = actor.kind === "person" ? actor.personId : "";
  const { rows } = await pool.query<Row>(
    `SELECT ${CARD}, ${nameOf("p")} AS by, d.made_by::text = $3 AS mine, d.method, d.options,
       d.report, v.text
     FROM lab_decision d JOIN lab_decision_version v
       ON v.decision_id = d.id AND v.number = d.version
     LEFT JOIN person p ON p.id = d.made_by WHERE d.id = $1 AND d.lab_id = $2`,
    [decisionId, labId, me],
  );
  if (!rows[0]) return refuse("not-found");
  const { text, report, ...decision } = withoutNulls(rows[0]);
  const said = await consentOf(pool, { decisionId, version: decision.version, labId });
  return ok({
    lab: headOf(lab.value),
    page: {
      decision,
      text,
      questions: await questionsOf(pool, decisionId),
      stances: said.stances.map(({ id, ...stance }) => ({ ...stance, mine: id === me })),
      standing: said.standing,
      earlier: await earlierOf(pool, decisionId, decision.version),
      ...(decision.way === "vote"
        ? { vote: await voteOf(pool, { decisionId, me, people: said.standing.people, report }) }
        : {}),
    },
  });
}

async function questionsOf(client: Client, decisionId: string) {
  const { rows } = await client.query<DecisionPage["questions"][number]>(
    `SELECT q.id, q.text, ${nameOf("a")} AS by, q.answer, ${nameOf("b")} AS "answeredBy"
     FROM lab_decision_question q LEFT JOIN person a ON a.id = q.asked_by
     LEFT JOIN person b ON b.id = q.answered_by
     WHERE q.decision_id = $1 ORDER BY q.asked_at LIMIT 100`,
    [decisionId],
  );
  return rows.map(withoutNulls);
}

/** Earlier versions, and what spoke against each. */
async function earlierOf(client: Client, decisionId: string, version: number) {
  const { rows } = await client.query<DecisionPage["earlier"][number]>(
    `SELECT v.number, v.text,
       coalesce((SELECT json_agg(json_build_object('name', ${nameOf("p")}, 'reason', s.reason)
           ORDER BY s.at)
         FROM lab_decision_stance s JOIN person p ON p.id = s.person_id
         WHERE s.decision_id = v.decision_id AND s.version = v.number
           AND s.stance = 'objection'), '[]') AS objections
     FROM lab_decision_version v WHERE v.decision_id = $1 AND v.number < $2
     ORDER BY v.number DESC LIMIT 20`,
    [decisionId, version],
  );
  return rows;
}

/** Who chose what shows after the count: nobody follows the first. */
async function voteOf(
  client: Client,
  of: { decisionId: string; me: string; people: number; report: AnyReport | undefined },
): Promise<NonNullable<DecisionPage["vote"]>> {
  const { rows } = await client.query<{ id: string; name: string; ballot: BallotContent }>(
    `SELECT p.id, ${nameOf("p")} AS name, b.ballot FROM lab_decision_ballot b
     JOIN person p ON p.id = b.person_id WHERE b.decision_id = $1 ORDER BY name`,
    [of.decisionId],
  );
  const own = rows.find(({ id }) => id === of.me);
  return {
    cast: rows.length,
    people: of.people,
    ...(own ? { mine: chosenIn(own.ballot) } : {}),
    ...(of.report
      ? {
          outcome: outcomeOf(of.report),
          ballots: rows.map(({ name, ballot }) => ({ name, options: chosenIn(ballot) })),
        }
      : {}),
  };
}

function chosenIn(ballot: BallotContent): string[] {
  if (ballot.kind === "choice") return [ballot.option];
  return ballot.kind === "approve" ? ballot.options : [];
}
