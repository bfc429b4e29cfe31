import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { fixedClock } from "../../support/fixed.ts";
import { createPeople, type TestPerson } from "../../support/register.ts";

export const ANONYMOUS = { kind: "anonymous" } as const;

/** A register of a few people with addresses, and a clock that can be moved. */
export type SignInWorld = {
  container: Container;
  pool: Pool;
  clock: ReturnType<typeof fixedClock>;
  people: TestPerson[];
  addressOf: (index: number) => string;
  /** A visitor at an address of their own, so that tests do not use up each other's limits. */
  visitor: () => { ip: string; device: string };
  close: () => Promise<void>;
};

export async function createSignInWorld(
  count: number,
  settings: Record<string, string> = {},
): Promise<SignInWorld> {
  const database = await createTestDatabase();
  const clock = fixedClock(new Date().toISOString());
  const container = createContainer(testEnv(database.url, settings), { clock });
  const { pool } = container.platform;
  const people = await createPeople(pool, count);
  const addressOf = (index: number) => `person-${index}@members.example`;
  await pool.query(
    `UPDATE person SET email = address, email_status = 'working'
     FROM unnest($1::uuid[], $2::text[]) AS given(person_id, address) WHERE id = person_id`,
    [people.map(({ id }) => id), people.map((_, index) => addressOf(index))],
  );
  let visitors = 0;
  return {
    container,
    pool,
    clock,
    people,
    addressOf,
    visitor: () => ({ ip: `10.0.${(visitors >> 8) & 255}.${visitors++ & 255}`, device: "Test" }),
    close: async () => {
      await container.close();
      await database.drop();
    },
  };
}

/** Asks for a code as somebody at the sign-in page would, and reads it from the mail. */
export async function codeFor(
  world: SignInWorld,
  address: string,
  visitor = world.visitor(),
): Promise<{ challengeId: string; code: string; token: string }> {
  // The newest mail is told by its instant.
  world.clock.advance(1);
  const asked = await world.container.api.auth.requestSignIn({ address, language: "fr" }, visitor);
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { rows } = await world.pool.query<{ body: string }>(
    "SELECT body FROM mail WHERE recipient = $1 ORDER BY created_at DESC, id DESC",
    [address],
  );
  const bodies = rows.map(({ body }) => ({
    code: /^\d{6}$/m.exec(body)?.[0] ?? "",
    token: /\/sign-in\/link\/(\S+)/.exec(body)?.[1] ?? "",
  }));
  return { challengeId: asked.value.challengeId, ...(bodies[0] ?? { code: "", token: "" }) };
}

/** Signs somebody in by code; returns the session id and the actor it opens. */
export async function signInByCode(
  world: SignInWorld,
  index: number,
): Promise<{ sessionId: string; cookie: string; actor: PersonActor }> {
  const { challengeId, code } = await codeFor(world, world.addressOf(index));
  const { auth } = world.container.api;
  const signedIn = await auth.verifyCode(ANONYMOUS, { challengeId, code }, world.visitor());
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  const { sessionId } = signedIn.value;
  const cookie = `${world.container.sessions.name}=${sessionId}`;
  const { actor } = await auth.actorOfCookieHeader(cookie);
  if (actor.kind !== "person") throw new Error("the session does not open");
  return { sessionId, cookie, actor };
}
