import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { PACT_CLAUSES } from "#domain/codev/words.ts";
import { createCodevFeature } from "#server/features/codev/index.ts";
import type { CyclePage } from "#wire/codev-pages.ts";
import { createTestDatabase } from "../../support/database.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { createPeople } from "../../support/register.ts";
import { actorOf } from "../live-session/session.ts";

const DAY_MS = 86_400_000;

/** A cooperative with an organiser, a pair and `members` people who wait; the clock is ours. */
export async function createCodevWorld(members: number) {
  const database = await createTestDatabase();
  const at = { now: new Date("2026-11-23T09:00:00Z") };
  const { platform, close } = createTestPlatform(database.url, () => at.now);
  const { pool } = platform;
  const people = await createPeople(pool, members + 4);
  await pool.query("UPDATE person SET language = 'fr', register_no = 'N' || family_name");
  const ids = people.map(({ id }) => id);
  const [organiserId = "", memberId = "", supportId = "", spareId = "", ...rest] = ids;
  await grantRole(pool, organiserId, "organiser");
  await pool.query(
    `INSERT INTO affiliation (id, person_id, kind, valid_from)
     SELECT uuidv7(), id, 'support_staff', '2020-01-01' FROM unnest($1::uuid[]) AS id`,
    [[supportId, spareId]],
  );
  const actors = new Map<string, PersonActor>();
  for (const id of ids) actors.set(id, await actorOf(pool, id));
  const feature = createCodevFeature(platform);

  const actor = (id: string): PersonActor => {
    const found = actors.get(id);
    if (!found) throw new Error(`no actor ${id}`);
    return found;
  };
  function run(id: string, type: string, payload: object): Promise<Result<unknown>> {
    const command = feature.commands[type];
    if (!command) throw new Error(`no command ${type}`);
    return command.handle(actor(id), command.schema.parse(payload), randomUUID());
  }
  async function must<T = unknown>(id: string, type: string, payload: object): Promise<T> {
    const result = await run(id, type, payload);
    if (!result.ok) throw new Error(`${type}: ${result.refusal.code}`);
    return result.value as T;
  }
  async function page(id: string, cycleId: string): Promise<CyclePage> {
    const result = await feature.cycle(actor(id), cycleId);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }

  for (const id of [memberId, supportId, spareId]) {
    await must(id, "codev.join-pool", {
      languages: ["fr"],
      modes: ["online"],
      slots: ["tue-evening"],
      capacity: "2",
    });
    await must(organiserId, "codev.set-training", {
      personId: id,
      stage: "ready",
      trainedOn: "2026-01-15",
    });
  }
  for (const [index, id] of rest.entries()) {
    await must(id, "codev.apply", {
      language: "fr",
      mode: "online",
      sector: index % 2 ? "music" : "digital",
      trade: `métier ${String(index)}`,
      slots: ["tue-evening"],
    });
  }

  /** A group of these that has begun: everybody signed, and the two who lead. */
  async function begin(personIds: readonly string[] = rest): Promise<string> {
    const first = localTime(new Date(at.now.getTime() + 7 * DAY_MS));
    const { cycleId } = await must<{ cycleId: string }>(organiserId, "codev.make-cycle", {
      name: "Mardis soir",
      language: "fr",
      mode: "online",
      personIds,
      memberId,
      supportId,
      first,
      minutes: "120",
      intervalDays: "28",
    });
    for (const id of [...personIds, memberId, supportId]) {
      for (const clause of PACT_CLAUSES) {
        await must(id, "codev.accept-clause", { cycleId, clause });
      }
    }
    for (const id of [memberId, supportId]) await must(id, "codev.clear-pair", { cycleId });
    await must(memberId, "codev.start-cycle", { cycleId });
    return cycleId;
  }

  /** Holds the next session with everybody who can come, with whom the rule proposes. */
  async function holdNext(cycleId: string): Promise<string> {
    const before = await page(memberId, cycleId);
    const session = before.sessions.find(({ state }) => state === "planned");
    if (!session) throw new Error("no session left");
    at.now = new Date(session.endsAt);
    const presentIds = before.people
      .filter(({ id, state }) => state === "active" && !session.excused.includes(id))
      .map(({ id }) => id);
    await must(memberId, "codev.record-session", {
      sessionId: session.id,
      presentIds,
      clientIds: [before.nextClientId],
    });
    return session.id;
  }

  return {
    at,
    platform,
    pool,
    feature,
    organiserId,
    memberId,
    supportId,
    spareId,
    waiting: rest,
    actor,
    run,
    must,
    page,
    begin,
    holdNext,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

export type CodevWorld = Awaited<ReturnType<typeof createCodevWorld>>;
