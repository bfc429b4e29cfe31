import type { PoolClient } from "pg";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CastResult } from "#wire/decisions.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { electorSql, type Standing } from "./elector-sql.ts";
import { DECISION_TURN } from "./turn.ts";

/** One vote by name on its way in. */
export type Cast = {
  commandId: string;
  actorId: string;
  sessionHash: string;
  electorId: string;
  optionId: string;
  receipt: string;
};

type DecisionRow = {
  phase: "draft" | "open" | "closed" | "counted" | "published";
  ballot_kind: "named" | "secret";
  may_change: boolean;
  assembly_id: string;
  electorate: Electorate;
};

type Judgement = Standing & {
  n: string;
  earlier: { ok: true; result: CastResult } | null;
  earlier_own: boolean | null;
  known_option: boolean;
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
  const judgements = await judge(client, decisionId, decision, casts, now);
  // Two electors under one command id: the batcher keeps honest repeats apart.
  const seen = new Set<string>();
  const verdicts = casts.map(({ commandId }, index) => {
    const repeated = seen.has(commandId);
    seen.add(commandId);
    return verdict(decision, judgements[index], repeated);
  });

  const accepted = casts.filter((_, index) => verdicts[index] === "accept");
  const written = await write(client, decisionId, decision.may_change, accepted, now);
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
    text: `SELECT d.phase, d.ballot_kind, d.may_change, d.assembly_id, d.electorate
      FROM (SELECT pg_advisory_xact_lock_shared(${DECISION_TURN})) AS turn, decision d
      WHERE d.id = $1::uuid FOR SHARE OF d`,
    values: [decisionId],
  });
  return rows[0];
}

const ELECTOR = electorSql({
  assembly: "$2",
  day: "$8",
  categories: "$9",
  offices: "$10",
  now: "$11",
});

/** Everything that decides on each vote, asked in one statement under the lock. */
async function judge(
  client: PoolClient,
  decisionId: string,
  decision: DecisionRow,
  casts: readonly Cast[],
  now: Date,
): Promise<Judgement[]> {
  const { rows } = await client.query<Judgement>({
    name: "cast-judge",
    text: `
      SELECT i.n, earlier.answer AS earlier, earlier.person_id = i.actor AS earlier_own,
        ${ELECTOR.columns},
        option.id IS NOT NULL AS known_option
      FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[])
        WITH ORDINALITY AS i(command, actor, session, elector, option, n)
      LEFT JOIN command_receipt earlier ON earlier.id = i.command
      ${ELECTOR.joins}
      LEFT JOIN decision_option option ON option.decision_id = $1 AND option.id = i.option
      ORDER BY i.n`,
    values: [
      decisionId,
      decision.assembly_id,
      casts.map((cast) => cast.commandId),
      casts.map((cast) => cast.actorId),
      casts.map((cast) => cast.sessionHash),
      casts.map((cast) => cast.electorId),
      casts.map((cast) => cast.optionId),
      dayInBrussels(now),
      decision.electorate.categories ?? null,
      decision.electorate.offices ?? null,
      now,
    ],
  });
  return rows;
}

function verdict(
  decision: DecisionRow,
  judged: Judgement | undefined,
  repeated: boolean,
): "accept" | Result<CastResult> {
  if (!judged) return refuse("bad-input");
  if (judged.earlier) return judged.earlier_own ? ok(judged.earlier.result) : refuse("bad-input");
  if (repeated) return refuse("bad-input");
  if (!judged.session_lives) return refuse("session-revoked");
  if (decision.ballot_kind !== "named") return refuse("secret-vote");
  if (decision.phase === "draft") return refuse("vote-not-open");
  if (decision.phase !== "open") return refuse("vote-closed");
  if (!judged.acts_for) return refuse("not-allowed");
  if (!judged.entitled) return refuse("not-entitled");
  if (!judged.known_option) return refuse("unknown-option");
  return "accept";
}

/** Ballots and the receipts of their commands; electors missing from the answer had voted already. */
async function write(
  client: PoolClient,
  decisionId: string,
  mayChange: boolean,
  casts: readonly Cast[],
  now: Date,
): Promise<Map<string, CastResult>> {
  if (casts.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; answer: { result: CastResult } }>({
    name: "cast-write",
    text: `
      WITH i AS (
        SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[])
          AS i(command, actor, elector, option, receipt)
      ), cast_ballot AS (
        INSERT INTO ballot (decision_id, elector_id, option_id, receipt, cast_at)
        SELECT $1, elector, option, receipt, $2 FROM i ORDER BY elector
        ON CONFLICT (decision_id, elector_id) DO UPDATE
          SET option_id = EXCLUDED.option_id, revision = ballot.revision + 1,
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
      casts.map((cast) => cast.optionId),
      casts.map((cast) => cast.receipt),
      now.toISOString(),
    ],
  });
  return new Map(rows.map((row) => [row.id, row.answer.result]));
}
