import type { PoolClient } from "pg";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CastResult } from "#wire/decisions.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { BALLOT_COLUMNS, ballotDefinition, type BallotRow } from "./ballot-definition.ts";
import { electorSql, notTheirs, type Standing } from "./elector-sql.ts";
import { noteMandates } from "./mandate-votes.ts";
import { readSaid, type Said, type Written } from "./said-ballot.ts";
import { DECISION_TURN } from "./turn.ts";

/** One vote by name on its way in. */
export type Cast = Said & {
  commandId: string;
  actorId: string;
  sessionHash: string;
  electorId: string;
  receipt: string;
};

type DecisionRow = BallotRow & {
  phase: "draft" | "open" | "closed" | "counted" | "published";
  ballot_kind: "named" | "secret";
  may_change: boolean;
  suspended: boolean;
};

type Judgement = Standing & {
  n: string;
  earlier: { ok: true; result: CastResult } | null;
  earlier_own: boolean | null;
};

/**
 * Writes a batch of votes of one decision in the caller's transaction; answers in order. The lock
 * on the decision is shared with other batches and excludes closing: what is written here commits
 * before the count, or is refused. One refusal leaves its neighbours alone.
 */
export async function castBatch(
  client: PoolClient,
  decisionId: string,
  casts: readonly Cast[],
  now: Date,
): Promise<Result<CastResult>[]> {
  const decision = await lockForCasting(client, decisionId);
  if (!decision) return casts.map(() => refuse("not-found"));
  const judgements = await judge(client, decisionId, casts, now);
  const definition = ballotDefinition(decision);
  const says = casts.map((cast) => readSaid(cast, definition));
  // Two electors under one command id: the batcher keeps honest repeats apart.
  const seen = new Set<string>();
  const verdicts = casts.map(({ commandId }, index) => {
    const repeated = seen.has(commandId);
    seen.add(commandId);
    return verdict(decision, judgements[index], repeated, says[index]);
  });

  const accepted = casts.flatMap((cast, index) => {
    const written = says[index];
    return verdicts[index] === "accept" && written?.ok ? [{ ...cast, ...written.value }] : [];
  });
  const written = await write(client, decisionId, decision.may_change, accepted, now);
  await noteMandates(
    client,
    decisionId,
    casts.flatMap((cast, index) => {
      const judged = judgements[index];
      return judged && written.has(cast.commandId) ? [{ ...cast, ...judged }] : [];
    }),
  );
  return casts.map((cast, index) => {
    const judged = verdicts[index] ?? refuse("bad-input");
    if (judged !== "accept") return judged;
    const result = written.get(cast.commandId);
    return result ? ok(result) : refuse("already-voted");
  });
}

async function lockForCasting(
  client: PoolClient,
  decisionId: string,
): Promise<DecisionRow | undefined> {
  const { rows } = await client.query<DecisionRow>({
    name: "cast-lock",
    text: `SELECT d.phase, d.ballot_kind, d.may_change,
        d.suspended_at IS NOT NULL AS suspended, ${BALLOT_COLUMNS}
      FROM (SELECT pg_advisory_xact_lock_shared(${DECISION_TURN})) AS turn, decision d
      WHERE d.id = $1::uuid FOR SHARE OF d`,
    values: [decisionId],
  });
  return rows[0];
}

const ELECTOR = electorSql({ decision: "$1", day: "$6", now: "$7" });

/** Everything that decides on each vote, asked in one statement under the lock. */
async function judge(
  client: PoolClient,
  decisionId: string,
  casts: readonly Cast[],
  now: Date,
): Promise<Judgement[]> {
  const { rows } = await client.query<Judgement>({
    name: "cast-judge",
    text: `
      SELECT i.n, earlier.answer AS earlier, earlier.person_id = i.actor AS earlier_own,
        ${ELECTOR.columns}
      FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[])
        WITH ORDINALITY AS i(command, actor, session, elector, n)
      LEFT JOIN command_receipt earlier ON earlier.id = i.command
      ${ELECTOR.joins}
      ORDER BY i.n`,
    values: [
      decisionId,
      casts.map((cast) => cast.commandId),
      casts.map((cast) => cast.actorId),
      casts.map((cast) => cast.sessionHash),
      casts.map((cast) => cast.electorId),
      dayInBrussels(now),
      now,
    ],
  });
  return rows;
}

function verdict(
  decision: DecisionRow,
  judged: Judgement | undefined,
  repeated: boolean,
  said: ReturnType<typeof readSaid> | undefined,
): "accept" | Result<CastResult> {
  if (!judged) return refuse("bad-input");
  if (judged.earlier) return judged.earlier_own ? ok(judged.earlier.result) : refuse("bad-input");
  if (repeated) return refuse("bad-input");
  if (!judged.session_lives) return refuse("session-revoked");
  return closedTo(decision, judged) ?? (!said || said.ok ? "accept" : said);
}

/** Why this vote does not take a ballot of this elector now. */
function closedTo(decision: DecisionRow, judged: Judgement): Result<CastResult> | undefined {
  if (decision.ballot_kind !== "named") return refuse("secret-vote");
  if (decision.phase === "draft") return refuse("vote-not-open");
  if (decision.phase !== "open") return refuse("vote-closed");
  if (decision.suspended) return refuse("vote-suspended");
  if (!judged.acts_for) return refuse(notTheirs(judged));
  return judged.entitled ? undefined : refuse("not-entitled");
}

/** Ballots and the receipts of their commands; electors missing from the answer had voted already. */
async function write(
  client: PoolClient,
  decisionId: string,
  mayChange: boolean,
  casts: readonly (Cast & Written)[],
  now: Date,
): Promise<Map<string, CastResult>> {
  if (casts.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; answer: { result: CastResult } }>({
    name: "cast-write",
    text: `
      WITH i AS (
        SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $10::text[])
          AS i(command, actor, elector, option, receipt, content)
      ), cast_ballot AS (
        INSERT INTO ballot (decision_id, elector_id, option_id, content, receipt, cast_at)
        SELECT $1, elector, option, content, receipt, $2 FROM i ORDER BY elector
        ON CONFLICT (decision_id, elector_id) DO UPDATE
          SET option_id = EXCLUDED.option_id, content = EXCLUDED.content, revision = ballot.revision + 1,
              receipt = EXCLUDED.receipt, cast_at = EXCLUDED.cast_at
          WHERE $3
        RETURNING elector_id, revision
      )
      INSERT INTO command_receipt (id, person_id, answer)
      SELECT i.command, i.actor, jsonb_build_object('ok', true, 'result', jsonb_build_object(
        'receipt', i.receipt, 'revision', c.revision, 'castAt', $9::text))
      FROM cast_ballot c JOIN i ON i.elector = c.elector_id
      RETURNING id, answer`,
    values: [
      decisionId,
      now,
      mayChange,
      casts.map((cast) => cast.commandId),
      casts.map((cast) => cast.actorId),
      casts.map((cast) => cast.electorId),
      casts.map((cast) => cast.option),
      casts.map((cast) => cast.receipt),
      now.toISOString(),
      casts.map((cast) => cast.text),
    ],
  });
  return new Map(rows.map((row) => [row.id, row.answer.result]));
}
