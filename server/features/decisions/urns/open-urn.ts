import type { PoolClient } from "pg";
import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import { boardHead, definitionHash, nextLink } from "#domain/decisions/secret/board.ts";
import { equalBytes, toBase64url, toHex } from "#domain/decisions/secret/bytes.ts";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import type { OpenedBallot } from "#domain/decisions/secret/opened.ts";
import {
  aggregate,
  openedContent,
  openedHash,
  tallyOpened,
} from "#domain/decisions/secret/opened.ts";
import type { UrnOpener } from "#domain/decisions/secret/seal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision, saveTally } from "../repository.ts";
import { readBoardSlices } from "./read-board.ts";

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

/**
 * Opens every ballot of a closed urn and counts. What they say, without their place, the report
 * and the phase commit together: a process killed anywhere leaves a sealed urn behind. A board that
 * is not the one whose head was shown at the close is not opened: that throws.
 */
export async function openUrn(platform: Platform, opening: Opening): Promise<boolean> {
  const { decisionId, opener } = opening;
  const urn = await readSealedUrn(platform, decisionId);
  if (!urn) return false;
  if (toBase64url(opener.urnKey) !== urn.definition.urnKey) {
    throw new Error("this secret belongs to another urn");
  }
  const contents = await openAll(platform, opening, urn);
  if (!contents) return false;
  const opened = await writeOpened(platform, opening, urn.definition, aggregate(contents));
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

/** What each ballot says; nothing where this process was told to stop. */
async function openAll(
  { pool }: Platform,
  { decisionId, opener, beat }: Opening,
  { definition, ledger, board_head }: SealedUrn,
): Promise<string[] | undefined> {
  const contents: string[] = [];
  let link = await definitionHash(definition);
  for await (const slice of readBoardSlices(pool, decisionId)) {
    for (const entry of slice) link = await nextLink(link, entry);
    const padded = await Promise.all(
      slice.map(({ credential, sealed }) => opener.open(credential, sealed)),
    );
    contents.push(...padded.map((bytes) => openedContent(bytes, definition.ballot)));
    if (!(await beat(contents.length))) return undefined;
  }
  if (!equalBytes(await boardHead(link, ledger), board_head)) {
    throw new Error("the board is not the one whose head was shown");
  }
  return contents;
}

function writeOpened(
  platform: Platform,
  { decisionId, stillOurs }: Opening,
  definition: BoardDefinition,
  opened: OpenedBallot[],
): Promise<boolean> {
  return inTransaction(platform.pool, async (client) => {
    const decision = await lockDecision(client, decisionId);
    if (decision?.phase !== "closed" || !(await stillOurs(client))) return false;
    const { rowCount } = await client.query(
      `UPDATE urn SET stage = 'opened', urn_secret = NULL
       WHERE decision_id = $1 AND stage = 'sealed'`,
      [decisionId],
    );
    if (rowCount !== 1) return false;
    await client.query(
      `INSERT INTO opened_ballot (decision_id, content, ballots)
       SELECT $1, content, ballots FROM unnest($2::text[], $3::int[]) AS o(content, ballots)`,
      [decisionId, opened.map(({ content }) => content), opened.map(({ ballots }) => ballots)],
    );
    // The shares that were given, under a key that goes with this process.
    await client.query("DELETE FROM urn_opening WHERE decision_id = $1", [decisionId]);
    await saveTally(client, decisionId, {
      report: tallyOpened(definition, opened),
      ballotsHash: toHex(await openedHash(opened)),
      now: platform.clock.now(),
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return true;
  });
}
