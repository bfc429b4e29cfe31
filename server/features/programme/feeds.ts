import { createHmac } from "node:crypto";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { sha256 } from "../../auth/hashes.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import type { Client } from "./rows.ts";

const TOKEN_LENGTH = 32;

/**
 * The secrets of calendars. Worked out from the installation's key whenever they are needed: no
 * table, backup or log holds one.
 */
export type FeedKeys = { token: (personId: string, serial: number) => string };

export function createFeedKeys(sealing: Pick<Sealing, "derive">): FeedKeys {
  let key: Buffer | undefined;
  return {
    token: (personId, serial) =>
      createHmac("sha256", (key ??= sealing.derive("programme/feed")))
        .update(`${personId}/${serial}`)
        .digest("base64url")
        .slice(0, TOKEN_LENGTH),
  };
}

const hashOf = (token: string) => sha256(`feed:${token}`);

/** Makes one's calendar address; one that was there before leads nowhere any more. */
export async function renewFeed(
  { pool }: Platform,
  keys: FeedKeys,
  actor: Actor,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { personId } = actor;
  const { rows } = await pool.query<{ serial: number }>(
    `INSERT INTO programme_feed (person_id, serial) VALUES ($1, 1)
     ON CONFLICT (person_id) DO UPDATE SET serial = programme_feed.serial + 1, token_hash = NULL
     RETURNING serial`,
    [personId],
  );
  const serial = rows[0]?.serial ?? 1;
  await pool.query(
    "UPDATE programme_feed SET token_hash = $3 WHERE person_id = $1 AND serial = $2",
    [personId, serial, hashOf(keys.token(personId, serial))],
  );
  return ok(null);
}

export async function revokeFeed({ pool }: Platform, actor: Actor): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await pool.query("UPDATE programme_feed SET token_hash = NULL WHERE person_id = $1", [
    actor.personId,
  ]);
  return ok(null);
}

/** One's calendar address; undefined until one asks for it. */
export async function feedUrl(
  { env, pool }: Platform,
  keys: FeedKeys,
  personId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ serial: number; tokenHash: string }>(
    `SELECT serial, token_hash AS "tokenHash" FROM programme_feed
     WHERE person_id = $1 AND token_hash IS NOT NULL`,
    [personId],
  );
  const [feed] = rows;
  const token = feed && keys.token(personId, feed.serial);
  // Under another installation's key the address is another one, and the old one is of no use.
  if (!token || hashOf(token) !== feed.tokenHash) return undefined;
  return `${env.publicUrl}/calendar/${token}/palabre.ics`;
}

export async function personOfFeed(client: Client, token: string): Promise<string | undefined> {
  if (token.length !== TOKEN_LENGTH) return undefined;
  const { rows } = await client.query<{ personId: string }>(
    `SELECT person_id AS "personId" FROM programme_feed WHERE token_hash = $1`,
    [hashOf(token)],
  );
  return rows[0]?.personId;
}
