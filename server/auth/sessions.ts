import { Lucia, TimeSpan } from "lucia";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { employerSide } from "../platform/employer-side.ts";
import type { Platform } from "../platform/platform.ts";
import { loadActor } from "./load-actor.ts";
import { sha256 } from "./hashes.ts";
import { createLuciaAdapter } from "./lucia-adapter.ts";
import { createSessionCookies, SESSION_DAYS } from "./session-cookies.ts";

const ANONYMOUS: Actor = { kind: "anonymous" };

export type CookieHolder = {
  actor: Actor;
  sessionId?: string;
  /** To send back: the cookie renewed, or taken away because it opens nothing any more. */
  setCookie?: string;
};

/** Who is behind a cookie or a session; begins and ends sessions. */
export type Auth = ReturnType<typeof createAuth>;

export function createAuth(platform: Platform) {
  const { pool, clock, outbox } = platform;
  const cookies = createSessionCookies(platform.env);
  const lucia = new Lucia(createLuciaAdapter(pool, clock), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, "d"),
    getSessionAttributes: ({ device }) => ({ device }),
    getUserAttributes: ({ actor }) => ({ actor }),
  });

  async function actorOfHash(hash: string): Promise<Actor> {
    const loaded = await loadActor(pool, hash, clock.now());
    return loaded && loaded.expiresAt > clock.now() ? loaded.actor : ANONYMOUS;
  }

  async function endSession(hash: string, personId: string): Promise<void> {
    await pool.query("DELETE FROM auth_session WHERE id = $1 AND person_id = $2", [hash, personId]);
    await tellSockets(personId);
  }

  /** Open sockets of this person are asked again whether they may stay. */
  async function tellSockets(personId: string): Promise<void> {
    await outbox.write(pool, [{ topic: "person", person: personId }]);
    outbox.kick();
  }

  return {
    /** With `renews` false nothing is written, however old the session is. */
    actorOfCookieHeader: async (
      header: string | undefined,
      renews = true,
    ): Promise<CookieHolder> => {
      const sessionId = cookies.read(header);
      if (!sessionId) return { actor: ANONYMOUS };
      if (!renews) return { actor: await actorOfHash(sha256(sessionId)), sessionId };
      const { session, user } = await lucia.validateSession(sessionId);
      if (!session) return { actor: ANONYMOUS, setCookie: cookies.forget() };
      const renewed = session.fresh ? { setCookie: cookies.keep(sessionId) } : {};
      return { actor: user.actor, sessionId, ...renewed };
    },

    /** The person again, for a socket that is open: roles may have changed, the session ended. */
    actorOfSessionHash: actorOfHash,

    /** Which of these sessions are no longer valid. */
    signedOutHashes: (hashes: string[]) => endedAmong(platform, hashes),

    /** Which of these people came to the employer's side, or observe for it. */
    crossed: (personIds: string[]) => crossedAmong(platform, personIds),

    /**
     * A new session under a new id; the one this browser had until now ends (no fixation). With
     * `endsAt` it is not renewed beyond that hour.
     */
    startSession: async (
      actor: Actor,
      personId: string,
      device: string,
      endsAt?: Date,
    ): Promise<string> => {
      if (actor.kind === "person") await endSession(actor.sessionHash, actor.personId);
      const session = await lucia.createSession(personId, {
        device: device.slice(0, 80),
        ...(endsAt ? { endsAt } : {}),
      });
      return session.id;
    },

    endSession,

    endAllSessions: async (personId: string): Promise<void> => {
      await lucia.invalidateUserSessions(personId);
      await tellSockets(personId);
    },

    deleteExpiredSessions: () => lucia.deleteExpiredSessions(),
  };
}

async function endedAmong({ pool, clock }: Platform, hashes: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ hash: string }>(
    `SELECT hash FROM unnest($1::text[]) AS hash
     WHERE NOT EXISTS (SELECT FROM auth_session WHERE id = hash AND expires_at > $2)`,
    [hashes, clock.now()],
  );
  return rows.map((row) => row.hash);
}

async function crossedAmong({ pool, clock }: Platform, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM unnest($1::uuid[]) AS p(id)
     WHERE ${employerSide("p.id", "$2::date")}
       OR EXISTS (SELECT FROM campaign_person o WHERE o.person_id = p.id AND o.part = 'observer')`,
    [personIds, dayInBrussels(clock.now())],
  );
  return rows.map(({ id }) => id);
}
