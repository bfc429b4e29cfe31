import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { movingUp, type PlaceState, placeFor } from "#domain/programme/session.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { maySee } from "../assembly/cards.ts";
import { tellOfPlace } from "./tell-of-sessions.ts";
import { lockSession, type SessionRow } from "./repository.ts";

type Input = { sessionId: string };

/**
 * Takes a place in a session, or the next one among those who wait. Asked again it changes nothing
 * and answers the same.
 */
export function register(
  platform: Platform,
  actor: Actor,
  { sessionId }: Input,
): Promise<Result<{ state: PlaceState }>> {
  return onSession(platform, actor, sessionId, async (client, session, { personId }) => {
    const { rows } = await client.query<{ state: PlaceState }>(
      "SELECT state FROM programme_registration WHERE session_id = $1 AND person_id = $2",
      [sessionId, personId],
    );
    if (rows[0]) return ok({ state: rows[0].state });
    const now = platform.clock.now();
    const place = placeFor(session, { ...session.taken, now: now.getTime() });
    if (!place.ok) return place;
    await client.query(
      `INSERT INTO programme_registration (session_id, person_id, state, asked_at, told)
       VALUES ($1, $2, $3, $4, $5)`,
      [sessionId, personId, place.value, now, session.news],
    );
    return ok({ state: place.value });
  });
}

/** Gives a place back; whoever waits first has it, in the same transaction. */
export function withdraw(
  platform: Platform,
  actor: Actor,
  { sessionId }: Input,
): Promise<Result<null>> {
  return onSession(platform, actor, sessionId, async (client, session, { personId }) => {
    await client.query(
      "DELETE FROM programme_registration WHERE session_id = $1 AND person_id = $2",
      [sessionId, personId],
    );
    await moveUp(platform, client, session);
    return ok(null);
  });
}

/**
 * Gives every free place of a session to who waits for it longest, and tells them. Called by
 * whatever frees a place, in its own transaction, with the session's row held.
 */
export async function moveUp(
  platform: Platform,
  client: PoolClient,
  session: Pick<SessionRow, "id">,
): Promise<void> {
  const held = await lockSession(client, session.id);
  if (!held || held.cancelled || platform.clock.now().getTime() >= held.endsAt) return;
  const { rows } = await client.query<{ personId: string }>(
    `UPDATE programme_registration SET state = 'registered', told = $3
     WHERE session_id = $1 AND person_id IN (
       SELECT person_id FROM programme_registration
       WHERE session_id = $1 AND state = 'waiting' ORDER BY turn LIMIT $2)
     RETURNING person_id AS "personId"`,
    [held.id, movingUp(held, held.taken), held.news],
  );
  const persons = rows.map(({ personId }) => personId);
  await tellOfPlace(platform, client, held.id, persons);
}

/** One transaction with the row of a session held, for what somebody does for themselves. */
async function onSession<T>(
  platform: Platform,
  actor: Actor,
  sessionId: string,
  work: (client: PoolClient, session: SessionRow, actor: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const result = await inTransaction(platform.pool, async (client) => {
    const session = await lockSession(client, sessionId);
    if (!session || !maySee(actor, session.assembly)) return refuse("not-found");
    if (!can(actor, "programme.register", assemblySubject(session.assembly.id))) {
      return refuse("not-allowed");
    }
    return work(client, session, actor);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
