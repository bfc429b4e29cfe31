import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/kernel/actor.ts";
import { TEXT_KINDS } from "#domain/codev/words.ts";
import type { CodevAudience } from "#wire/codev-session.ts";
import { createGroupTexts } from "#server/features/codev/group-key.ts";
import { codevHome } from "#server/features/codev/home.ts";
import { createCodevSessionPart } from "#server/features/codev/session/index.ts";
import { withConnection } from "#server/platform/database.ts";
import { createSealing } from "#server/platform/sealing.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { actorOf } from "../live-session/session.ts";
import { type CodevWorld, createCodevWorld } from "./group.ts";

/** A word that stands in everything a group writes, and nowhere else. */
const PLANTED = "zibeline";
/** Of whom it is, and what. */
const words = (kind: string, personId = "group") => `${PLANTED}/${personId}/${kind}/`;
const FOUND = new RegExp(`${PLANTED}/([0-9a-z-]+)/([a-z-]+)/`, "g");
/** What facilitators write, and what those of the group do. */
const OF_PAIR: readonly string[] = ["pair-notes", "debrief"];
const OF_GROUP: readonly string[] = ["contract", "parking", "tags"];

let world: CodevWorld;
let part: ReturnType<typeof createCodevSessionPart>;
let cycleId: string;
let sessionId: string;
let outsiders: Record<string, Actor>;

beforeAll(async () => {
  world = await createCodevWorld(7);
  const { platform, pool, waiting, memberId, organiserId, spareId } = world;
  part = createCodevSessionPart(platform);
  const group = waiting.slice(0, 5);
  cycleId = await world.begin(group);
  sessionId = (await world.page(group[0] ?? "", cycleId)).sessions[0]?.id ?? "";
  const texts = createGroupTexts(createSealing(platform.env), platform.random);
  for (const kind of TEXT_KINDS) {
    if (OF_GROUP.includes(kind)) {
      await texts.write(pool, { cycleId, sessionId, kind }, words(kind));
      continue;
    }
    for (const personId of OF_PAIR.includes(kind) ? [memberId] : group) {
      await texts.write(pool, { cycleId, sessionId, personId, kind }, words(kind, personId));
    }
  }
  // Whoever keeps the platform holds every role there is in the cooperative but the group's.
  const [, , , , , adminId = "", otherId = ""] = waiting;
  for (const role of ["organiser", "secretary", "register_keeper", "desk", "moderator"] as const) {
    await grantRole(pool, adminId, role);
  }
  outsiders = {
    organiser: world.actor(organiserId),
    adviser: world.actor(spareId),
    "another member": world.actor(otherId),
    "who holds every role": await actorOf(pool, adminId),
    nobody: { kind: "anonymous" },
  };
});
afterAll(() => world.close());

const AUDIENCES: CodevAudience[] = ["participant", "facilitator", "screen", "mine"];

/** Everything of this feature that answers somebody: a new one belongs here. */
const LOADERS: Record<string, (actor: Actor) => Promise<unknown>> = {
  "the front page": (actor) => world.feature.front(actor),
  "the page of a cycle": (actor) => world.feature.cycle(actor, cycleId),
  "the board": (actor) => world.feature.board(actor, { cycles: 1, queue: 1 }),
  "a facilitator's page": (actor) => world.feature.lead(actor),
  "one's home": (actor) =>
    actor.kind === "person"
      ? codevHome(world.platform, { actor, language: "fr" })
      : Promise.resolve([]),
  ...Object.fromEntries(
    (["participant", "facilitator", "screen"] as const).map((audience) => [
      `a session as ${audience}`,
      (actor: Actor) => part.page(actor, { sessionId, audience }),
    ]),
  ),
  ...Object.fromEntries(
    AUDIENCES.map((audience) => [
      `the room ${audience}`,
      async (actor: Actor) => {
        const may = await part.rooms.authorise(actor, sessionId, audience);
        if (!may.ok) return may;
        const personId = actor.kind === "person" ? actor.personId : undefined;
        return withConnection(world.pool, (client) =>
          part.rooms.view(client, sessionId, audience, personId),
        );
      },
    ]),
  ),
};

describe("what a group writes", () => {
  it("is asked for here by everything that the feature offers", () => {
    const offered = [...Object.keys(world.feature), ...Object.keys(part)].filter(
      (name) => !["commands", "keep", "rooms"].includes(name),
    );
    expect(offered.toSorted()).toEqual(["board", "cycle", "front", "lead", "page"]);
    expect(part.rooms.audiences).toEqual(["participant", "facilitator", "screen"]);
  });

  it("is read by nobody outside the group: no page, no room, no home says a word of it", async () => {
    for (const [who, actor] of Object.entries(outsiders)) {
      for (const [what, load] of Object.entries(LOADERS)) {
        expect(JSON.stringify(await load(actor)), `${who}, ${what}`).not.toContain(PLANTED);
      }
    }
  });

  it("is no answer to an act either", async () => {
    const tried = { ...world.feature.commands, ...part.commands };
    const [member = ""] = world.waiting;
    const guess = {
      ...{ cycleId, sessionId, personId: member, at: 1, on: true, coming: true, agree: true },
      ...{ text: "x", line: "x", about: "notepad", kind: "next", step: "opening" },
      ...{ mood: 3, incident: false, keepNotes: true, presentIds: [member], clientIds: [member] },
      ...{ useful: 3, safe: 3, act: 3, actions: "some", recommend: 3, clause: "listen" },
    };
    const foreign = Object.entries(tried).filter(
      ([, { schema }]) => "cycleId" in shapeOf(schema) || "sessionId" in shapeOf(schema),
    );
    expect(foreign.length).toBeGreaterThan(25);
    for (const [type, { schema, handle }] of foreign) {
      const shape = shapeOf(schema);
      const given = Object.fromEntries(Object.entries(guess).filter(([name]) => name in shape));
      const payload = schema.safeParse(given);
      if (!payload.success) continue;
      for (const who of ["adviser", "another member"] as const) {
        const actor = outsiders[who];
        if (actor?.kind !== "person") continue;
        const answer = await handle(actor, payload.data, randomUUID());
        expect(answer.ok, `${who}, ${type}`).toBe(false);
        expect(JSON.stringify(answer)).not.toContain(PLANTED);
      }
    }
  });

  it("is read within the group by who may, and by nobody else of it", async () => {
    const wordsFor = async (personId: string) => {
      const actor = world.actor(personId);
      const said = await Promise.all(Object.values(LOADERS).map((load) => load(actor)));
      const found = [...JSON.stringify(said).matchAll(FOUND)].map(([, whose, kind = ""]) =>
        whose === personId ? `own ${kind}` : kind,
      );
      return [...new Set(found)].toSorted();
    };
    const [client = ""] = (await world.page(world.memberId, cycleId)).sessions.map(
      ({ turns }) => turns[0]?.clientId,
    );
    const [consultant = ""] = world.waiting.slice(0, 5).filter((id) => id !== client);
    const ofGroup = ["contract", "own notepad", "own plan", "own subject", "subject"];
    expect(await wordsFor(client ?? "")).toEqual(ofGroup);
    expect(await wordsFor(consultant)).toEqual(ofGroup);
    const ofPair = ["comment", "contract", "parking", "subject"];
    expect(await wordsFor(world.memberId)).toEqual(
      [...ofPair, "own debrief", "own pair-notes"].toSorted(),
    );
    // Of the other facilitator: what both learned, not the notes of the first one.
    expect(await wordsFor(world.supportId)).toEqual([...ofPair, "debrief"].toSorted());
  });
});

/** Which fields a command has. */
function shapeOf(schema: unknown): object {
  return (schema as { shape?: object }).shape ?? {};
}
