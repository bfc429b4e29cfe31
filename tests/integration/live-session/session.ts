import { createHash, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { loadActor } from "#server/auth/load-actor.ts";
import { createLiveSessionFeature } from "#server/features/live-session/index.ts";
import type { SharedAudience } from "#server/features/live-session/session-view.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createLiveAssembly, grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";

/** The code of a refusal, or "ok". */
export const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

/** A person signed in, with the roles they hold at this moment. */
export async function actorOf(pool: Pool, personId: string): Promise<PersonActor> {
  const hash = createHash("sha256").update(randomUUID()).digest("hex");
  await pool.query(
    `INSERT INTO auth_session (id, person_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [hash, personId],
  );
  const session = await loadActor(pool, hash, new Date());
  if (!session) throw new Error("the session was not accepted");
  return session.actor;
}

/**
 * A live session on a database of its own: a bureau of five, who are members too, and `members`
 * others. `run` takes a command's way: parsed by its schema, then handled.
 */
export async function createTestSession(members: number) {
  const database = await createTestDatabase();
  const { platform, said, close } = createTestPlatform(database.url);
  const { pool } = platform;
  const assembly = await createLiveAssembly(pool, members + 5);
  const roles = ["chair", "secretary", "moderator", "moderator", "organiser"];
  const people = assembly.electors.map((elector) => elector.id);
  await Promise.all(roles.map((role, index) => grantRole(pool, people[index] ?? "", role)));
  const actors = await Promise.all(people.map((id) => actorOf(pool, id)));
  const [chair, secretary, moderator, second, organiser, ...others] = actors;
  if (!chair || !secretary || !moderator || !second || !organiser) throw new Error("no bureau");
  const feature = createLiveSessionFeature(platform);

  async function run(
    actor: PersonActor,
    type: string,
    payload: object,
    id: string = randomUUID(),
  ): Promise<Result<unknown>> {
    const command = feature.commands[type];
    if (!command) throw new Error(`no command ${type}`);
    return command.handle(actor, command.schema.parse(payload), id);
  }

  const member = (index: number): PersonActor => {
    const found = others[index];
    if (!found) throw new Error(`no member ${index}`);
    return found;
  };

  async function view(audience: SharedAudience): Promise<SessionView> {
    const client = await pool.connect();
    try {
      return (await feature.rooms.view(client, assembly.id, audience)) as unknown as SessionView;
    } finally {
      client.release();
    }
  }

  async function mine(actor: PersonActor): Promise<MySessionView> {
    const client = await pool.connect();
    try {
      const own = await feature.rooms.view(client, assembly.id, "mine", actor.personId);
      return own as unknown as MySessionView;
    } finally {
      client.release();
    }
  }

  /** Writes a question and returns its id. */
  async function ask(actor: PersonActor, more: object = {}): Promise<string> {
    const id = randomUUID();
    const result = await run(
      actor,
      "question.write",
      {
        assemblyId: assembly.id,
        kind: "open",
        language: "fr",
        text: `Une question parmi d'autres, ${id}`,
        nameHidden: false,
        ...more,
      },
      id,
    );
    if (!result.ok) throw new Error(`not written: ${result.refusal.code}`);
    return id;
  }

  /** Writes and publishes. */
  async function published(actor: PersonActor, more: object = {}): Promise<string> {
    const questionId = await ask(actor, more);
    const result = await run(moderator as PersonActor, "question.publish", { questionId });
    if (!result.ok) throw new Error(`not published: ${result.refusal.code}`);
    return questionId;
  }

  return {
    database,
    platform,
    said,
    pool,
    assembly,
    feature,
    bureau: { chair, secretary, moderator, second, organiser },
    member,
    run,
    view,
    mine,
    ask,
    published,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

export type TestSession = Awaited<ReturnType<typeof createTestSession>>;
