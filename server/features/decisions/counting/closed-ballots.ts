import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { type BallotDefinition, encodeBallot } from "#domain/decisions/ballot.ts";
import { gatherBallots } from "#domain/decisions/gather-ballots.ts";
import type { PackedBallots } from "#domain/decisions/packed-ballots.ts";
import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import type { OpenedBallot } from "#domain/decisions/secret/opened.ts";
import type { DecisionState } from "../repository.ts";
import { countingOf } from "./counting-of.ts";
import { readSlices } from "./read-slices.ts";
import type { ToCount } from "./tally-tasks.ts";

/** Ballots that are read at a time; the process beats between two slices. */
const SLICE = 250;

/**
 * The ballots of a closed decision, by name or out of an urn that was opened, with what they are
 * counted by. Nothing of them changes any more: they are read without a lock or a transaction.
 */
export async function gatherClosed(pool: Pool, decision: DecisionState): Promise<ToCount> {
  const counting = countingOf(decision);
  if (decision.seal === "none") {
    const { ballots } = await gatherNamed(pool, decision.id, counting.ballot);
    return { counting, ballots };
  }
  const { tie } = counting;
  const definition = await readDefinition(pool, decision.id);
  const ballots = await gatherOpened(pool, decision.id, definition.ballot);
  return { counting: { ...definition, ...(tie ? { tie } : {}) }, ballots };
}

type NamedRow = { elector_id: string; option_id: string | null; content: string | null };

/**
 * The ballots by name, and their fingerprint: SHA-256 of a line each, "elector:what it says", in
 * the order of the electors.
 */
export async function gatherNamed(
  pool: Pool,
  decisionId: string,
  definition: BallotDefinition,
): Promise<{ ballots: PackedBallots; hash: string }> {
  const hash = createHash("sha256");
  const gatherer = gatherBallots(definition);
  const slices = readSlices<NamedRow>(SLICE, (last) =>
    pool.query(
      `SELECT elector_id, option_id, content FROM ballot
       WHERE decision_id = $1 AND ($2::uuid IS NULL OR elector_id > $2)
       ORDER BY elector_id LIMIT ${SLICE}`,
      [decisionId, last?.elector_id ?? null],
    ),
  );
  let before = "";
  for await (const rows of slices) {
    for (const { elector_id, option_id, content } of rows) {
      hash.update(`${before}${elector_id}:${option_id ?? content}`);
      before = "\n";
      gatherer.add(content ?? encodeBallot({ kind: "choice", option: option_id ?? "" }));
    }
  }
  return { ballots: gatherer.gathered(), hash: hash.digest("hex") };
}

async function gatherOpened(
  pool: Pool,
  decisionId: string,
  definition: BallotDefinition,
): Promise<PackedBallots> {
  const gatherer = gatherBallots(definition);
  const slices = readSlices<OpenedBallot & { place: number }>(SLICE, (last) =>
    pool.query(
      `SELECT place, content, ballots FROM opened_ballot
       WHERE decision_id = $1 AND place > $2 ORDER BY place LIMIT ${SLICE}`,
      [decisionId, last?.place ?? 0],
    ),
  );
  for await (const rows of slices) {
    for (const { content, ballots } of rows) gatherer.add(content, ballots);
  }
  return gatherer.gathered();
}

/** The definition that the board of an open urn rests on. */
async function readDefinition(pool: Pool, decisionId: string): Promise<BoardDefinition> {
  const { rows } = await pool.query<{ definition: BoardDefinition }>(
    "SELECT definition FROM urn WHERE decision_id = $1 AND stage = 'opened'",
    [decisionId],
  );
  if (!rows[0]) throw new Error("this urn is not open");
  return rows[0].definition;
}
