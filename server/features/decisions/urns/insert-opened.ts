import type { PoolClient } from "pg";
import { type PackedBallots, unpackBallots } from "#domain/decisions/packed-ballots.ts";
import { type OpenedBallot, openedOf } from "#domain/decisions/secret/opened.ts";

/** Opened ballots that are written with one statement. */
const SLICE = 1_000;

/** Writes what the ballots of an urn say, in its order: no ballot keeps its place on the board. */
export async function insertOpened(
  client: PoolClient,
  decisionId: string,
  opened: PackedBallots,
): Promise<void> {
  let written = 0;
  let slice: OpenedBallot[] = [];
  const write = async () => {
    await client.query(
      `INSERT INTO opened_ballot (decision_id, place, content, ballots)
       SELECT $1, $2::int + n, content, ballots
       FROM unnest($3::text[], $4::int[]) WITH ORDINALITY AS o(content, ballots, n)`,
      [
        decisionId,
        written,
        slice.map(({ content }) => content),
        slice.map(({ ballots }) => ballots),
      ],
    );
    written += slice.length;
    slice = [];
  };
  for (const ballot of openedOf(unpackBallots(opened))) {
    if (slice.push(ballot) === SLICE) await write();
  }
  if (slice.length > 0) await write();
}
