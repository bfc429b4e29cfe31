import type { BoardEntry } from "#domain/decisions/secret/board.ts";
import { chainBoard } from "#domain/decisions/secret/board.ts";
import type { Bundle, BundleEntry } from "#domain/decisions/secret/bundle.ts";
import { toBase64url, toHex } from "#domain/decisions/secret/bytes.ts";
import type { OpenedBallot } from "#domain/decisions/secret/opened.ts";
import {
  aggregate,
  openedContent,
  openedHash,
  reportHash,
  tallyOpened,
} from "#domain/decisions/secret/opened.ts";
import { createUrnOpener } from "#domain/decisions/secret/seal.ts";
import { combineShares } from "#domain/decisions/secret/shares.ts";
import { decoded } from "./keeper-keys.ts";

/** Ballots that are opened before the page may breathe. */
const SLICE = 200;

/** What a repeated opening was compared on, in order; the rest is not done after a first "false". */
export type Repeated = {
  /** The shares make the secret of this urn's public key. */
  key: boolean;
  /** The board is the one whose head was shown in the room. */
  board?: boolean;
  /** The ballots say, together, what was counted. */
  opened?: boolean;
  /** Counting them gives the same report. */
  report?: boolean;
  ballots: number;
};

/** What the page says was opened and counted; hexadecimal. */
export type ToCompare = { boardHead: string; openedHash: string; reportHash: string };

/**
 * Opens an urn once more, in this browser, with shares that its owners brought; the secret leaves
 * no trace. `progress` hears how many ballots are open.
 */
export async function repeatOpening(
  bundle: Bundle,
  shares: readonly Uint8Array[],
  said: ToCompare,
  progress: (done: number) => void,
): Promise<Repeated> {
  const { definition } = bundle;
  const board = bundle.board.map(toEntry);
  const ballots = board.length;
  const secret = await combineShares(shares);
  const opener = await createUrnOpener(secret, definition.decisionId).finally(() => secret.fill(0));
  if (toBase64url(opener.urnKey) !== definition.urnKey) return { key: false, ballots };
  const { head } = await chainBoard(definition, board, bundle.ledger);
  if (toHex(head) !== said.boardHead) return { key: true, board: false, ballots };

  const contents: string[] = [];
  for (const [at, { credential, sealed }] of board.entries()) {
    contents.push(openedContent(await opener.open(credential, sealed), definition.ballot));
    if (at % SLICE === SLICE - 1) {
      progress(at + 1);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const opened: OpenedBallot[] = aggregate(contents);
  return {
    key: true,
    board: true,
    opened: toHex(await openedHash(opened)) === said.openedHash,
    report: toHex(await reportHash(tallyOpened(definition, opened))) === said.reportHash,
    ballots,
  };
}

function toEntry(entry: BundleEntry): BoardEntry {
  return {
    credential: decoded(entry.credential),
    issueSignature: decoded(entry.issueSignature),
    revision: entry.revision,
    sealed: decoded(entry.sealed),
    signature: decoded(entry.signature),
  };
}
