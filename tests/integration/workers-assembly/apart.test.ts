import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, assemblySubject } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ACTS, FORMS, functionsOf, INWARD, READS } from "./judged.ts";
import { createToldStory, type ToldStory } from "./told-story.ts";

let story: ToldStory;
beforeAll(async () => {
  story = await createToldStory();
}, 60_000);
afterAll(() => story.close());

const sameAs = (name: string, { personId }: { personId: string }) =>
  name.endsWith(personId.slice(-12));

/** Everything that can be read, as these people read it. */
async function readAll(actor: Actor): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, read] of Object.entries(READS)) {
    found[name] = JSON.stringify(await read(story.feature, actor, story.target)) ?? "";
  }
  return found;
}

async function readByOutsiders() {
  const found: Record<string, Record<string, string>> = {};
  for (const [who, actor] of await story.outsiders()) found[who] = await readAll(actor);
  return found;
}

function expectNothingOfAnybody(found: Record<string, string>, planted: readonly string[]) {
  for (const [name, said] of Object.entries(found)) {
    for (const word of planted) expect(said, name).not.toContain(word);
  }
}

describe("every function of the feature", () => {
  it("was judged: a new one is read, tried or kept inside by this test before it is used", () => {
    const judged = [...Object.keys(READS), ...FORMS, ...INWARD];
    expect(functionsOf(story.feature).sort()).toEqual(judged.sort());
    expect(Object.keys(story.feature.commands).sort()).toEqual(Object.keys(ACTS).sort());
  });
});

describe("who stands outside", () => {
  it("reads no name, no number of the register and no id of who proposed, supported or agreed", async () => {
    await story.gather();
    for (const found of Object.values(await readByOutsiders())) {
      expectNothingOfAnybody(found, story.names());
    }
  });

  it("sees no count move while people support, are asked and agree", async () => {
    const before = await readByOutsiders();
    await story.supportOnceMore();
    expect(await readByOutsiders()).toEqual(before);
  });

  it("reads nothing of what is said in a debate before the book is out", async () => {
    await story.debate();
    const worker = await readAll(await story.again(story.workers[0]!));
    for (const word of story.words()) expect(worker["day.debate"]).toContain(word);
    for (const found of Object.values(await readByOutsiders())) {
      expectNothingOfAnybody(found, [...story.names(), ...story.words()]);
    }
  });

  it("sees nothing move while a vote is open", async () => {
    await story.openVote();
    const before = await readByOutsiders();
    await story.vote();
    expect(await readByOutsiders()).toEqual(before);
  });

  it("is refused every act, which leaves no trace", async () => {
    const { feature, target } = story;
    for (const [who, actor] of await story.outsiders()) {
      if (actor.kind !== "person") continue;
      for (const [type, payload] of Object.entries(ACTS)) {
        // Whoever crossed to the other side may still take their name back.
        if (type === "workers-book.unsign") continue;
        const { schema, handle } = feature.commands[type]!;
        const result = await handle(actor, schema.parse(payload(target)), crypto.randomUUID());
        expect([who, type, result.ok]).toEqual([who, type, false]);
      }
    }
    const journalled = await story.journalledActors();
    for (const id of story.outsideIds()) expect(journalled).not.toContain(id);
  });

  it("enters no room", async () => {
    for (const [, actor] of await story.outsiders()) {
      for (const { prefix, audiences, personal, authorise } of story.container.rooms) {
        const id = prefix === "debate" ? story.target.debateId : story.assemblyId;
        for (const audience of [...audiences, ...(personal ? [personal] : [])]) {
          if (prefix === "live-session" || prefix === "debate") {
            expect((await authorise(actor, id, audience)).ok).toBe(false);
          }
        }
      }
    }
  });
});

describe("who stands inside", () => {
  it("reads of nobody else either who proposed, supported, agreed or said what", async () => {
    for (const inside of [story.first, story.workers[2]!]) {
      const others = story.names().filter((name) => !sameAs(name, inside));
      expectNothingOfAnybody(await readAll(await story.again(inside)), others);
    }
  });
});

describe("the pages of the assembly itself, as of any assembly", () => {
  it("are closed to who stands outside, and to observers while a vote is open", async () => {
    for (const [who, actor] of await story.outsiders()) {
      for (const [name, read] of Object.entries(story.elsewhere())) {
        const result = (await read(actor)) as Result<unknown>;
        expect([who, name, result.ok]).toEqual([who, name, false]);
      }
      const { api } = story.container;
      const listed = await api.assembly.listAssemblies(actor);
      const happening = await api.assembly.happeningNow(actor);
      expect(JSON.stringify([listed, happening])).not.toContain(story.assemblyId);
    }
  });

  it("are open to its workers", async () => {
    const worker = await story.again(story.workers[0]!);
    expect(can(worker, "session.enter", assemblySubject(story.assemblyId))).toBe(true);
    expect((await story.container.api.assembly.assemblyPage(worker, story.session())).ok).toBe(
      true,
    );
  });

  it("let observers read the agenda once no vote is open, and enter no room", async () => {
    await story.closeVote();
    const observer = await story.again(story.observer);
    const { api, rooms } = story.container;
    expect((await api.assembly.assemblyPage(observer, story.session())).ok).toBe(true);
    expect((await api.minutes.page(observer, story.session())).ok).toBe(false);
    expect((await api.programme.page(observer, story.session())).ok).toBe(false);
    const room = rooms.find(({ prefix }) => prefix === "live-session")!;
    expect((await room.authorise(observer, story.assemblyId, "member")).ok).toBe(false);
  });
});

describe("what the machine keeps and says of itself", () => {
  it("holds no word that was said behind closed doors in journals, notices, mails, logs or messages", async () => {
    const kept = await story.machineRows();
    for (const word of story.words()) expect(kept).not.toContain(word);
  });

  it("journals only what was done in office", async () => {
    const offices = [story.first, story.second].map(({ personId }) => personId);
    for (const actorId of await story.journalledActors()) expect(offices).toContain(actorId);
  });

  it("tells people of what concerns them without naming anybody", async () => {
    for (const { personId, said } of await story.notices()) {
      const others = story.names().filter((name) => !sameAs(name, { personId }));
      for (const name of others) expect(said).not.toContain(name);
    }
  });
});
