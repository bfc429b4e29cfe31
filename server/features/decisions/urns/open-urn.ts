import type { PoolClient } from "pg";
import { unpadBallot } from "#domain/decisions/ballot.ts";
import { gatherBallots } from "#domain/decisions/gather-ballots.ts";
import type { PackedBallots } from "#domain/decisions/packed-ballots.ts";
import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import { boardHead, definitionHash, nextLink } from "#domain/decisions/secret/board.ts";
import { equalBytes, toBase64url } from "#domain/decisions/secret/bytes.ts";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import type { UrnOpener } from "#domain/decisions/secret/seal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { countApart } from "../counting/count-apart.ts";
import type { OpenedUrn } from "../counting/tally-tasks.ts";
import { lockDecision, saveTally } from "../repository.ts";
import { insertOpened } from "./insert-opened.ts";
import { readBoardSlices } from "./read-board.ts";
import { reportAltered } from "./report-altered.ts";

type SealedUrn = { definition: BoardDefinition; ledger: Ledger; board_head: Buffer };

export type Opening = {
  decisionId: string;
  /** Made from the urn's secret, which is written nowhere. */
  opener: UrnOpener;
  /** Told how many ballots are open; false stops: another process has taken over. */
  beat: (done: number) => Promise<boolean>;
  /** Asked once more in the transaction that writes the result. */
  stillOurs: (client: PoolClient) => Promise<boolean>;
};

/** A sign of life while a thread counts: well within the time after which another takes over. */
const BEAT_MS = 2_000;

/**
 * Opens every ballot of a closed urn and counts. What they say, without their place, the report
 * and the phase commit together: a process killed anywhere leaves a sealed urn behind. A board that
 * is not the one whose head was shown at the close is not opened: the bureau is told.
 */
export async function openUrn(platform: Platform, opening: Opening): Promise<boolean> {
  const { decisionId, opener } = opening;
  const urn = await readSealedUrn(platform, decisionId);
  if (!urn) return false;
  if (toBase64url(opener.urnKey) !== urn.definition.urnKey) {
    throw new Error("this secret belongs to another urn");
  }
  const ballots = await openAll(platform, opening, urn);
  if (!ballots) return false;
  const counted = await countBeating(opening, urn, ballots);
  const opened = await writeOpened(platform, opening, urn, counted);
  if (opened) platform.outbox.kick();
  return opened;
}

async function readSealedUrn(
  { pool }: Platform,
  decisionId: string,
): Promise<SealedUrn | undefined> {
  const { rows } = await pool.query<SealedUrn>(
    `SELECT definition, ledger, board_head FROM urn WHERE decision_id = $1 AND stage = 'sealed'`,
    [decisionId],
  );
  return rows[0];
}

/** What the ballots say; nothing where this process was told to stop, or the board was altered. */
async function openAll(
  platform: Platform,
  { decisionId, opener, beat }: Opening,
  { definition, ledger, board_head }: SealedUrn,
): Promise<PackedBallots | undefined> {
  const gatherer = gatherBallots(definition.ballot);
  let done = 0;
  let link = await definitionHash(definition);
  for await (const slice of readBoardSlices(platform.pool, decisionId)) {
    for (const entry of slice) link = await nextLink(link, entry);
    const padded = await Promise.all(
      slice.map(({ credential, sealed }) => opener.open(credential, sealed)),
    );
    for (const bytes of padded) gatherer.add(bytes && unpadBallot(bytes));
    done += slice.length;
    if (!(await beat(done))) return undefined;
  }
  if (!equalBytes(await boardHead(link, ledger), board_head)) {
    await reportAltered(platform, decisionId, { definition, ledger });
    return undefined;
  }
  return gatherer.gathered();
}

/** Whether this process still opens the urn is asked again before anything is written. */
async function countBeating(
  { beat }: Opening,
  { definition, ledger }: SealedUrn,
  ballots: PackedBallots,
): Promise<OpenedUrn> {
  const beating = setInterval(() => {
    beat(ledger.ballots).catch(() => undefined);
  }, BEAT_MS);
  try {
    return await countApart("open", { counting: definition, ballots });
  } finally {
    clearInterval(beating);
  }
}

function writeOpened(
  platform: Platform,
  { decisionId, stillOurs }: Opening,
  { board_head }: SealedUrn,
  { report, opened, openedHash }: OpenedUrn,
): Promise<boolean> {
  return inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed" || decision.annulled) return false;
    if (!(await stillOurs(client))) return false;
    const { rowCount } = await client.query(
      `UPDATE urn SET stage = 'opened', urn_secret = NULL
       WHERE decision_id = $1 AND stage = 'sealed' AND board_head = $2`,
      [decisionId, board_head],
    );
    if (rowCount !== 1) return false;
    await insertOpened(client, decisionId, opened);
    // The shares that were given, under a key that goes with this process.
    await client.query("DELETE FROM urn_opening WHERE decision_id = $1", [decisionId]);
    const now = platform.clock.now();
    await saveTally(client, decisionId, { report, ballotsHash: openedHash, now });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
}
