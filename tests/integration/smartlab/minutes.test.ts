import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { PersonActor } from "#domain/kernel/actor.ts";
import {
  editDocument,
  merged,
  reading,
  textOf,
  type Update,
} from "#domain/smartlab/minutes/shared-text.ts";
import type { MinutesRoomView, MinutesState } from "#wire/lab-minutes.ts";
import { code } from "../live-session/session.ts";
import { createLabWorld, type LabWorld } from "./lab-world.ts";

let world: LabWorld;
beforeAll(async () => {
  world = await createLabWorld();
});
afterAll(() => world.close());

async function begin(title = "Deuxième rencontre"): Promise<string> {
  const { lab, people, done } = world;
  const fields = { labId: lab.id, title };
  const begun = await done<{ minutesId: string }>(people.ana, "lab.minutes-begin", fields);
  return begun.minutesId;
}

const base64 = (update: Update) => Buffer.from(update).toString("base64");

async function stateOf(actor: PersonActor, minutesId: string, since = 0): Promise<MinutesState> {
  const state = await world.feature.minutesState(actor, { minutesId, since });
  if (!state.ok) throw new Error(state.refusal.code);
  return state.value;
}

async function textNow(minutesId: string): Promise<string> {
  const { updates } = await stateOf(world.people.bo, minutesId);
  return textOf(updates.map((update) => Buffer.from(update, "base64")));
}

/** Somebody's browser: what they type waits until it is sent; what others wrote comes when asked for. */
function browserOf(actor: PersonActor, minutesId: string) {
  const document = new Y.Doc();
  let waiting: Update[] = [];
  let heard = 0;
  document.on("update", (update: Update, origin) => {
    if (origin === "typed") waiting.push(update);
  });
  return {
    type: (at: number, remove: number, insert: string) => {
      const length = reading(document).length;
      // No caret stands inside a sign of two units.
      const inside = (reading(document).charCodeAt(at) & 0xfc00) === 0xdc00;
      const from = Math.min(inside ? at + 1 : at, length);
      const edit = { at: from, remove: Math.min(remove, length - from), insert };
      editDocument(document, [edit], "typed");
    },
    send: async (times = 1) => {
      if (waiting.length === 0) return;
      const update = base64(merged(waiting));
      waiting = [];
      for (let time = 0; time < times; time += 1) {
        await world.done(actor, "lab.minutes-write", { minutesId, update });
      }
    },
    hear: async () => {
      const { seq, updates } = await stateOf(actor, minutesId, heard);
      for (const update of updates) Y.applyUpdate(document, Buffer.from(update, "base64"));
      heard = seq;
    },
    text: () => reading(document),
  };
}

describe("minutes written together", () => {
  it("lose no character of a minute of typing, one of the two being offline", async () => {
    const { ana, bo } = world.people;
    const minutesId = await begin("Une minute");
    const online = browserOf(ana, minutesId);
    const offline = browserOf(bo, minutesId);
    online.type(0, 0, "Décisions :\n");
    await online.send();
    await offline.hear();
    // Five signs a second each for a minute; the one is heard at once, the other at the end.
    const sign = (who: number, at: number) => String.fromCodePoint(0x1f300 + who * 0x200 + at);
    for (let at = 0; at < 300; at += 1) {
      online.type((at * 7) % 400, 0, sign(0, at));
      offline.type((at * 11) % 400, 0, sign(1, at));
      if (at % 2 === 0) await online.send();
    }
    await online.send();
    await offline.send(2);
    await Promise.all([online.hear(), offline.hear()]);
    const text = await textNow(minutesId);
    expect(online.text()).toBe(text);
    expect(offline.text()).toBe(text);
    for (let at = 0; at < 300; at += 1) {
      expect(text.split(sign(0, at))).toHaveLength(2);
      expect(text.split(sign(1, at))).toHaveLength(2);
    }
    expect(text.replace(/\p{Extended_Pictographic}|[\u{1f300}-\u{1f6ff}]/gu, "")).toBe(
      "Décisions :\n",
    );
  });

  it("are the same for everybody, whoever sends what when, and however often", async () => {
    const { ana, bo, initiator } = world.people;
    const act = fc.record({
      who: fc.nat(2),
      place: fc.nat(50),
      remove: fc.nat(3),
      then: fc.constantFrom("nothing", "send", "send twice", "hear"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const minutesId = await begin("Au hasard");
        const browsers = [ana, bo, initiator].map((actor) => browserOf(actor, minutesId));
        for (const [at, { who, place, remove, then }] of acts.entries()) {
          const browser = browsers[who]!;
          browser.type(place, remove, String.fromCharCode(0x4e00 + at));
          if (then === "hear") await browser.hear();
          else if (then !== "nothing") await browser.send(then === "send" ? 1 : 2);
        }
        for (const browser of browsers) await browser.send();
        for (const browser of browsers) await browser.hear();
        const text = await textNow(minutesId);
        for (const browser of browsers) expect(browser.text()).toBe(text);
      }),
      { numRuns: 15 },
    );
  });

  it("go on from a snapshot, and keep what the text was", async () => {
    const { ana, bo } = world.people;
    const minutesId = await begin("Longues");
    const writer = browserOf(ana, minutesId);
    const late = browserOf(bo, minutesId);
    for (let at = 0; at < 130; at += 1) {
      writer.type(at, 0, String(at % 10));
      await writer.send();
      if (at === 20) await late.hear();
    }
    const { rows } = await world.pool.query<{ kept: number; least: number }>(
      `SELECT count(*)::int AS kept, min(seq) AS least FROM lab_minutes_update
       WHERE minutes_id = $1`,
      [minutesId],
    );
    expect(rows[0]).toEqual({ kept: 90, least: 41 });
    await late.hear();
    expect(late.text()).toBe(writer.text());
    // Only what is missing, where it is still apart.
    expect((await stateOf(bo, minutesId, 120)).updates).toHaveLength(10);
    const page = await world.feature.minutes(bo, { slug: world.lab.slug, minutesId });
    expect(page.ok && page.value.page.text).toBe(writer.text());
    expect(page.ok && page.value.page.versions.map(({ reason }) => reason)).toEqual(["regular"]);
  });

  it("take a plain form's text into what others wrote since", async () => {
    const { ana, bo } = world.people;
    const minutesId = await begin("Sans script");
    const base = "Présentes : Ana\nOn se revoit.";
    await world.done(ana, "lab.minutes-save", { minutesId, base: "", text: base });
    await world.done(ana, "lab.minutes-save", {
      minutesId,
      base,
      text: base.replace("Ana", "Ana, Ilse"),
    });
    await world.done(bo, "lab.minutes-save", {
      minutesId,
      base: base.replace("\n", "\r\n"),
      text: "Présentes : Ana\r\nOn se revoit en mai.",
    });
    expect(await textNow(minutesId)).toBe("Présentes : Ana, Ilse\nOn se revoit en mai.");

    // An earlier text comes back, and what was there is kept.
    await world.done(ana, "lab.minutes-keep", { minutesId });
    await world.done(ana, "lab.minutes-save", {
      minutesId,
      base: await textNow(minutesId),
      text: "Tout autre chose",
    });
    await world.done(bo, "lab.minutes-restore", { minutesId, number: 1 });
    expect(await textNow(minutesId)).toContain("en mai");
    const page = await world.feature.minutes(bo, { slug: world.lab.slug, minutesId, version: 2 });
    expect(page.ok && page.value.page.shown?.text).toBe("Tout autre chose");
  });

  it("tell those who have them open who writes what", async () => {
    const { ana, bo, stranger } = world.people;
    const minutesId = await begin("À vue");
    const writer = browserOf(ana, minutesId);
    writer.type(0, 0, "Bonjour");
    await writer.send();
    const client = await world.pool.connect();
    const view = (await world.feature.rooms.view(
      client,
      minutesId,
      "writer",
    )) as unknown as MinutesRoomView;
    client.release();
    expect(view).toMatchObject({ phase: "draft", seq: 1 });
    expect(Object.values(view.writers)).toEqual([{ name: "Ana Moreau", seq: 1 }]);
    expect(textOf(Object.values(view.updates).map((it) => Buffer.from(it, "base64")))).toBe(
      "Bonjour",
    );
    const room = world.feature.rooms;
    expect(code(await room.authorise(bo, minutesId, "writer"))).toBe("ok");
    expect(code(await room.authorise(stranger, minutesId, "writer"))).toBe("lab-people-only");
  });

  it("refuse what is no change, what is too much, and strangers", async () => {
    const { ana, stranger } = world.people;
    const minutesId = await begin("Refus");
    const write = (actor: PersonActor, update: Buffer) =>
      world.run(actor, "lab.minutes-write", { minutesId, update: update.toString("base64") });
    expect(code(await write(ana, Buffer.from("pas une mise à jour")))).toBe("bad-input");
    expect(code(await write(stranger, Buffer.from([0, 0])))).toBe("lab-people-only");
    expect(code(await world.feature.minutesState(stranger, { minutesId, since: 0 }))).toBe(
      "lab-people-only",
    );
    const page = await world.feature.minutes(stranger, { slug: world.lab.slug, minutesId });
    expect(code(page)).toBe("lab-people-only");
  });
});

describe("minutes read over", () => {
  it("are approved by more than one, published by who leads, and written no more", async () => {
    const { ana, bo, initiator, stranger } = world.people;
    const { lab, run, done, feature, toldTo } = world;
    const minutesId = await begin("Relues");
    expect(code(await run(ana, "lab.minutes-propose", { minutesId }))).toBe("bad-input");
    await done(ana, "lab.minutes-save", { minutesId, base: "", text: "Nous avons décidé." });
    await done(ana, "lab.minutes-propose", { minutesId });
    expect(await toldTo(bo)).toContain("lab-minutes-proposed");
    expect(await toldTo(ana)).not.toContain("lab-minutes-proposed");
    const late = { minutesId, base: "", text: "Encore" };
    expect(code(await run(bo, "lab.minutes-save", late))).toBe("lab-minutes-settled");
    expect(code(await run(bo, "lab.minutes-approve", { minutesId }))).toBe("not-allowed");
    expect(code(await run(initiator, "lab.minutes-approve", { minutesId }))).toBe(
      "lab-agreement-missing",
    );

    // A correction: it is written again, and agreed to anew.
    await done(bo, "lab.minutes-reopen", { minutesId });
    const more = { minutesId, base: "Nous avons décidé.", text: "Nous avons décidé d’attendre." };
    await done(bo, "lab.minutes-save", more);
    await done(bo, "lab.minutes-propose", { minutesId });
    await done(ana, "lab.minutes-agree", { minutesId });
    await done(ana, "lab.minutes-agree", { minutesId });
    expect(
      code(await run(initiator, "lab.minutes-show", { minutesId, visibility: "public" })),
    ).toBe("wrong-phase");
    await done(initiator, "lab.minutes-approve", { minutesId });
    expect(code(await feature.minutes(stranger, { slug: lab.slug, minutesId }))).toBe(
      "lab-people-only",
    );
    await done(initiator, "lab.minutes-show", { minutesId, visibility: "public" });
    const shown = await feature.minutes({ kind: "anonymous" }, { slug: lab.slug, minutesId });
    if (!shown.ok) throw new Error(shown.refusal.code);
    expect(shown.value.page.text).toBe("Nous avons décidé d’attendre.");
    expect(shown.value.page.versions).toEqual([]);
    expect(shown.value.page.agreed.names).toEqual([]);
    const list = await feature.minutesList({ kind: "anonymous" }, lab.slug);
    expect(list.ok && list.value.minutes.map(({ id }) => id)).toEqual([minutesId]);
  });

  it("of one meeting are begun once", async () => {
    const { ana, bo } = world.people;
    const { rows } = await world.pool.query<{ id: string }>(
      `INSERT INTO lab_meeting (lab_id, starts_at, ends_at)
       VALUES ($1, now(), now() + interval '2 hours') RETURNING id`,
      [world.lab.id],
    );
    const fields = { labId: world.lab.id, title: "Rencontre", meetingId: rows[0]?.id };
    const both = await Promise.all(
      [ana, bo].map((actor) => world.done(actor, "lab.minutes-begin", fields)),
    );
    expect(both[0]).toEqual(both[1]);
  });
});
