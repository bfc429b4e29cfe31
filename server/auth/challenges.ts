import type { ClientBase, Pool } from "pg";
import { CODE_ATTEMPTS, CODE_DIGITS, CODE_MINUTES } from "#domain/membership/sign-in-limits.ts";
import type { Platform } from "../platform/platform.ts";
import { sha256 } from "./hashes.ts";

/** A code and a link, shown once to whoever may have them; the table holds hashes. */
export type Challenge = { id: string; code: string; token: string };

// Without I, L, O and U: read aloud at a desk and typed on a phone.
const DESK_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DESK_LENGTH = 12;

/** Makes a challenge for a person, or for nobody: what is done and stored is the same. */
export async function createChallenge(
  { random, clock }: Platform,
  client: ClientBase,
  personId: string | null,
  token = Buffer.from(random.bytes(32)).toString("base64url"),
): Promise<Challenge> {
  const id = random.uuid();
  const code = String(random.below(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  const now = clock.now();
  await client.query(
    `INSERT INTO sign_in_challenge (id, person_id, code_hash, link_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      personId,
      hashCode(id, code),
      hashToken(token),
      now,
      new Date(now.getTime() + CODE_MINUTES * 60_000),
    ],
  );
  return { id, code, token };
}

/** A link's secret that can be read aloud: "7K3M-9QXT-2BHD", sixty bits. */
export function deskToken({ random }: Platform): string {
  const letters = Array.from(
    { length: DESK_LENGTH },
    () => DESK_ALPHABET[random.below(DESK_ALPHABET.length)],
  ).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** The same challenge must be found whether a desk code is typed with or without its dashes. */
export function normaliseDeskToken(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

export function hashCode(challengeId: string, code: string): string {
  return sha256(`${challengeId}:${code}`);
}

/**
 * Counts an attempt and hands out what to compare it with; undefined when there is nothing to try
 * any more. Attempts in parallel are counted one by one.
 */
export async function countAttempt(
  pool: Pool,
  challengeId: string,
  now: Date,
): Promise<{ personId: string | null; codeHash: string } | undefined> {
  const { rows } = await pool.query<{ personId: string | null; codeHash: string }>(
    `UPDATE sign_in_challenge SET attempts = attempts + 1
     WHERE id = $1 AND consumed_at IS NULL AND expires_at > $2 AND attempts < $3
     RETURNING person_id AS "personId", code_hash AS "codeHash"`,
    [challengeId, now, CODE_ATTEMPTS],
  );
  return rows[0];
}

/** Uses a challenge up, once. Of two at the same time, one gets the person. */
export async function consumeChallenge(
  pool: Pool,
  by: { id: string } | { token: string },
  now: Date,
): Promise<string | undefined> {
  const [column, value] = "id" in by ? ["id", by.id] : ["link_hash", hashToken(by.token)];
  const { rows } = await pool.query<{ person_id: string | null }>(
    `UPDATE sign_in_challenge SET consumed_at = $2
     WHERE ${column} = $1 AND consumed_at IS NULL AND expires_at > $2 RETURNING person_id`,
    [value, now],
  );
  return rows[0]?.person_id ?? undefined;
}

function hashToken(token: string): string {
  return sha256(`link:${token}`);
}
