import type { Adapter, DatabaseSession, Lucia } from "lucia";
import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Clock } from "../platform/clock.ts";
import { sha256 } from "./hashes.ts";
import { loadActor } from "./load-actor.ts";

export type SessionAttributes = { device: string; endsAt?: Date };
export type UserAttributes = { actor: PersonActor };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/**
 * Lucia's sessions in our table, which holds only a hash of each id: whoever reads the table or a
 * backup cannot enter. Ids that Lucia hands in are hashed before any query; those it gets back
 * from `getUserSessions` are hashes, good for a list and for nothing else.
 */
export function createLuciaAdapter(pool: Pool, clock: Clock): Adapter {
  return {
    getSessionAndUser: async (sessionId) => {
      const loaded = await loadActor(pool, sha256(sessionId), clock.now());
      if (!loaded) return [null, null];
      const { actor, expiresAt, device } = loaded;
      return [
        { id: sessionId, userId: actor.personId, expiresAt, attributes: { device } },
        { id: actor.personId, attributes: { actor } },
      ];
    },
    getUserSessions: async (personId) => {
      const { rows } = await pool.query<DatabaseSession>(
        `SELECT id, person_id AS "userId", expires_at AS "expiresAt",
           json_build_object('device', device) AS attributes
         FROM auth_session WHERE person_id = $1 ORDER BY created_at DESC`,
        [personId],
      );
      return rows;
    },
    setSession: async ({ id, userId, expiresAt, attributes }) => {
      await pool.query(
        `INSERT INTO auth_session (id, person_id, expires_at, device, ends_at)
         VALUES ($1, $2, least($3::timestamptz, $5::timestamptz), $4, $5)`,
        [sha256(id), userId, expiresAt, attributes.device, attributes.endsAt ?? null],
      );
    },
    updateSessionExpiration: async (sessionId, expiresAt) => {
      await pool.query(
        "UPDATE auth_session SET expires_at = least($2::timestamptz, ends_at) WHERE id = $1",
        [sha256(sessionId), expiresAt],
      );
    },
    deleteSession: async (sessionId) => {
      await pool.query("DELETE FROM auth_session WHERE id = $1", [sha256(sessionId)]);
    },
    deleteUserSessions: async (personId) => {
      await pool.query("DELETE FROM auth_session WHERE person_id = $1", [personId]);
    },
    deleteExpiredSessions: async () => {
      await pool.query("DELETE FROM auth_session WHERE expires_at <= $1", [clock.now()]);
    },
  };
}
