import type { PoolClient } from "pg";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { lockVote } from "./secret-vote.ts";
import { writeBallots, type UrnBallot } from "./write-ballots.ts";

/**
 * Puts a batch of verified ballots into the urn, in the caller's transaction; answers each with the
 * revision that counts. The same ballot again is acknowledged again: its answer was lost on the way.
 */
export async function sealedBatch(
  client: PoolClient,
  decisionId: string,
  ballots: readonly UrnBallot[],
): Promise<Result<number>[]> {
  const vote = await lockVote(client, decisionId);
  if (!vote) return ballots.map(() => refuse("not-found"));
  if (vote.phase === "draft") return ballots.map(() => refuse("vote-not-open"));
  if (vote.phase !== "open") {
    // Acknowledged once, acknowledged for ever; nothing new enters.
    return answers(client, decisionId, ballots, new Set(), "vote-closed");
  }
  if (vote.suspended) return answers(client, decisionId, ballots, new Set(), "vote-suspended");
  const written = await writeBallots(client, decisionId, ballots, vote.may_change);
  const otherwise = vote.may_change ? "stale-revision" : "already-voted";
  return answers(client, decisionId, ballots, written, otherwise);
}

type Code = "vote-closed" | "vote-suspended" | "stale-revision" | "already-voted";

async function answers(
  client: PoolClient,
  decisionId: string,
  ballots: readonly UrnBallot[],
  written: ReadonlySet<string>,
  otherwise: Code,
): Promise<Result<number>[]> {
  const isWritten = ({ credential }: UrnBallot) => written.has(credential.toString("hex"));
  const unwritten = ballots.filter((ballot) => !isWritten(ballot));
  const there = await inUrn(client, decisionId, unwritten);
  return ballots.map((ballot) => {
    const known = there.get(ballot.credential.toString("hex"));
    const same = known?.revision === ballot.revision && known.sealed.equals(ballot.sealed);
    return isWritten(ballot) || same ? ok(ballot.revision) : refuse(otherwise);
  });
}

type Known = { credential: Buffer; revision: number; sealed: Buffer };

async function inUrn(
  client: PoolClient,
  decisionId: string,
  ballots: readonly UrnBallot[],
): Promise<Map<string, Known>> {
  if (ballots.length === 0) return new Map();
  const { rows } = await client.query<Known>({
    name: "sealed-known",
    text: `SELECT credential, revision, sealed FROM secret_ballot
      WHERE decision_id = $1 AND credential = ANY($2::bytea[])`,
    values: [decisionId, ballots.map((ballot) => ballot.credential)],
  });
  return new Map(rows.map((row) => [row.credential.toString("hex"), row]));
}
