import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { toHex } from "#domain/decisions/secret/bytes.ts";
import { openedTotals } from "#domain/decisions/secret/opened.ts";
import type { ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import { readReceipt, receiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { BoardEntry, BoardPage } from "#wire/board.ts";
import { titlesOf } from "../cards.ts";
import { type ClosedUrn, readClosedUrn } from "./closed-urn.ts";
import { RECEIPT_LISTS } from "./receipt-lists.ts";

const PER_PAGE = 100;

type Input = { decisionId: string; page: number; words: string };

/** A page of the board of a closed vote, and what four words of a receipt lead to. */
export async function boardPage(
  pool: Pool,
  actor: Actor,
  { decisionId, page, words }: Input,
): Promise<Result<BoardPage>> {
  const urn = await readClosedUrn(pool, actor, decisionId);
  if (!urn) return refuse("board-not-made");
  const pages = Math.max(1, Math.ceil(urn.size / PER_PAGE));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  return ok({
    ...summary(urn),
    page: shown,
    pages,
    entries: await readEntries(pool, decisionId, shown),
    ...(words.trim() === "" ? {} : { found: await findByWords(pool, decisionId, words) }),
  });
}

function summary(urn: ClosedUrn): Omit<BoardPage, "page" | "pages" | "entries" | "found"> {
  const { decisionId: id, definition, phase, assembly, stage, ledger, size, counted } = urn;
  const { blank, invalid } = openedTotals(counted?.opened ?? []);
  return {
    decision: { id, title: titlesOf(definition.texts), phase, seal: definition.seal, assembly },
    stage,
    head: toHex(urn.head),
    size,
    ledger,
    ...(counted ? { opened: { blank, invalid } } : {}),
    attestedBy: urn.attestations.map(({ name }) => name),
    bundle: counted !== undefined,
  };
}

type Row = { place: number; credential: Buffer; fingerprint: Buffer; revision: number };

async function readEntries(pool: Pool, decisionId: string, page: number): Promise<BoardEntry[]> {
  const before = (page - 1) * PER_PAGE;
  const { rows } = await pool.query<Row>(
    `SELECT $2::int + row_number() OVER (ORDER BY credential)::int AS place, credential, revision,
       sha256(credential || sealed) AS fingerprint
     FROM (SELECT * FROM secret_ballot WHERE decision_id = $1
       ORDER BY credential OFFSET $2 LIMIT ${PER_PAGE}) AS shown
     ORDER BY credential`,
    [decisionId, before],
  );
  return rows.map(toEntry);
}

/** Words of both lists are known: whatever language the receipt was given in. */
async function findByWords(pool: Pool, decisionId: string, words: string): Promise<BoardEntry[]> {
  const readings = readReceipt(words, RECEIPT_LISTS);
  if (readings.length === 0) return [];
  const { rows } = await pool.query<Row>(
    `SELECT credential, revision, fingerprint,
       (SELECT count(*)::int FROM secret_ballot other
        WHERE other.decision_id = $1 AND other.credential <= board.credential) AS place
     FROM (SELECT credential, revision, sha256(credential || sealed) AS fingerprint
       FROM secret_ballot WHERE decision_id = $1) AS board
     WHERE substring(fingerprint FOR 5) = ANY($2) ORDER BY credential`,
    [decisionId, readings.map(firstBytes)],
  );
  // Half of the sixth byte belongs to the last word: five bytes find a few too many.
  return rows
    .map(toEntry)
    .filter((entry) => readings.some((numbers) => numbers.every((n, at) => n === entry.words[at])));
}

function toEntry({ place, credential, fingerprint, revision }: Row): BoardEntry {
  return {
    place,
    credential: toHex(credential),
    fingerprint: toHex(fingerprint),
    revision,
    words: receiptNumbers(fingerprint),
  };
}

/** The first five of the bytes whose bits make these words. */
function firstBytes(numbers: ReceiptNumbers): Buffer {
  const bits = numbers.reduce((sum, number) => (sum << 11n) | BigInt(number), 0n);
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(bits << 20n);
  return bytes.subarray(0, 5);
}
