import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { StageView } from "#wire/stage.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
let votes: ReturnType<typeof createDecisionsFeature>;
/** The server's clock, which stands still until it is moved. */
let now = Date.now();
beforeAll(async () => {
  session = await createTestSession(6);
  session.platform.clock.now = () => new Date(now);
  votes = createDecisionsFeature(session.platform);
  await session.pool.query("UPDATE agenda_item SET minutes = 10");
});
afterAll(() => session.close());
beforeEach(() => {
  now += 1_000;
});

const chair = () => session.bureau.chair;
const stage = async (audience: Parameters<TestSession["view"]>[0] = "chair"): Promise<StageView> =>
  (await session.view(audience)).stage;
const act = (type: string, payload: object = {}, actor: PersonActor = chair()) =>
  session.run(actor, type, { assemblyId: session.assembly.id, ...payload });

async function onVote(type: string, payload: object, actor: PersonActor = chair()) {
  const command = votes.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  return command.handle(actor, command.schema.parse(payload), randomUUID());
}

async function addSite(kind: string, stream: object = {}): Promise<string> {
  const { rows } = await session.pool.query<{ id: string }>(
    `INSERT INTO site (assembly_id, slug, kind, name, city, position, starts_at, ends_at, stream)
     VALUES ($1, $2, $3, 'Une salle', 'Liège', 1, now(), now() + interval '4 hours', $4)
     RETURNING id`,
    [session.assembly.id, randomUUID(), kind, stream],
  );
  return rows[0]?.id ?? "";
}

async function addItem(position: number): Promise<string> {
  const { rows } = await session.pool.query<{ id: string }>(
    `INSERT INTO agenda_item (id, assembly_id, position, purpose, title, minutes)
     VALUES (gen_random_uuid(), $1, $2, 'debate', '{"fr":"Débattre"}', 5) RETURNING id`,
    [session.assembly.id, position],
  );
  return rows[0]?.id ?? "";
}

async function openVote(): Promise<string> {
  const decisionId = await createDecision(session.pool, session.assembly);
  await session.pool.query("UPDATE decision SET opened_at = $2 WHERE id = $1", [
    decisionId,
    new Date(now),
  ]);
  return decisionId;
}

describe("the time of an item", () => {
  it("is started, given more, and stands still, on the server's clock", async () => {
    const { itemId } = session.assembly;
    await act("timer.run", { itemId, on: true });
    const since = now;
    expect((await stage("member")).timers[itemId]).toEqual({ allotted: 600, used: 0, since });
    now += 90_000;
    expect(code(await act("timer.allot", { itemId, from: 600, to: 900 }))).toBe("ok");
    await act("timer.run", { itemId, on: false });
    expect((await stage("screen")).timers[itemId]).toEqual({ allotted: 900, used: 90_000 });
  });

  it("is given five minutes once by two chairs who both give five", async () => {
    const { itemId } = session.assembly;
    const { timers } = await stage();
    const from = timers[itemId]?.allotted ?? 0;
    const more = { itemId, from, to: from + 300 };
    expect(code(await act("timer.allot", more))).toBe("ok");
    expect(code(await act("timer.allot", more))).toBe("ok");
    expect((await stage()).timers[itemId]?.allotted).toBe(from + 300);
    expect(code(await act("timer.allot", { itemId, from, to: from + 60 }))).toBe("stage-changed");
  });

  it("runs for the item that is reached and stops for the one that is left", async () => {
    const { itemId } = session.assembly;
    const next = await addItem(2);
    await act("timer.run", { itemId, on: true });
    now += 5_000;
    expect(code(await act("agenda.go", { itemId: next, from: itemId }))).toBe("ok");
    const { timers } = await stage();
    expect(timers[itemId]).not.toHaveProperty("since");
    expect(timers[next]).toEqual({ allotted: 300, used: 0, since: now });
    await act("agenda.go", { itemId });
  });

  it("is nobody else's to run", async () => {
    const { itemId } = session.assembly;
    const { moderator } = session.bureau;
    expect(code(await act("timer.run", { itemId, on: true }, moderator))).toBe("not-allowed");
    expect(code(await act("timer.run", { itemId: randomUUID(), on: true }))).toBe("not-found");
  });
});

describe("two chairs", () => {
  it("who go on to the same item go there once; the third is told where the room is", async () => {
    const { itemId } = session.assembly;
    const [third, fourth] = [await addItem(3), await addItem(4)];
    const both = await Promise.all([
      act("agenda.go", { itemId: third, from: itemId }),
      act("agenda.go", { itemId: third, from: itemId }),
    ]);
    expect(both.map(code)).toEqual(["ok", "ok"]);
    const late = await act("agenda.go", { itemId: fourth, from: itemId });
    expect(late).toMatchObject({
      refusal: { code: "agenda-moved", details: { position: 3, fr: "Débattre" } },
    });
    await act("agenda.go", { itemId });
  });

  it("see what the other showed before they show something else", async () => {
    const { screen } = await stage();
    const seen = screen.revision;
    expect(code(await act("stage.show", { seen, scene: "agenda" }))).toBe("ok");
    expect(code(await act("stage.show", { seen, scene: "agenda" }))).toBe("ok");
    expect(code(await act("stage.show", { seen, scene: "blank" }))).toBe("stage-changed");
    expect((await stage("member")).screen).toEqual({
      scene: "agenda",
      phones: true,
      revision: seen + 1,
    });
    await act("stage.show", { seen: seen + 1, scene: "auto" });
  });
});

describe("what screens show", () => {
  it("is a message in the languages in which it was written", async () => {
    const { screen } = await stage();
    const show = { seen: screen.revision, scene: "message", fr: "Pause", nl: "Pauze", de: "" };
    expect(code(await act("stage.show", { ...show, fr: "", nl: "" }))).toBe("bad-input");
    expect(code(await act("stage.show", show))).toBe("ok");
    const after = (await stage("screen")).screen;
    expect(after).toMatchObject({ scene: "message", message: { fr: "Pause", nl: "Pauze" } });
    await act("stage.phones", { on: false });
    expect((await stage("member")).screen.phones).toBe(false);
    await act("stage.show", { seen: after.revision, scene: "auto" });
    await act("stage.phones", { on: true });
  });

  it("is a vote of this assembly", async () => {
    const { screen } = await stage();
    const show = { seen: screen.revision, scene: "vote", decisionId: randomUUID() };
    expect(code(await act("stage.show", show))).toBe("not-found");
  });
});

describe("a word of the bureau", () => {
  it("reaches those to whom it was sent, and goes when it is taken back", async () => {
    const { secretary, moderator } = session.bureau;
    await act("notice.send", { to: ["members"], fr: "Navette à 18 h" }, secretary);
    await act("notice.send", { to: ["bureau"], fr: "Parlez plus près du micro" });
    await act("notice.send", { to: ["room", "members"], nl: "Koffie" });
    const texts = async (audience: "member" | "screen" | "moderator") =>
      Object.values((await stage(audience)).notices).flatMap(({ texts: words }) =>
        Object.values(words),
      );
    expect((await texts("member")).sort()).toEqual(["Koffie", "Navette à 18 h"]);
    expect(await texts("screen")).toEqual(["Koffie"]);
    expect(await texts("moderator")).toHaveLength(3);
    expect(code(await act("notice.send", { to: ["members"], fr: "Non" }, moderator))).toBe(
      "not-allowed",
    );
    expect(code(await act("notice.send", { to: ["members"], fr: " " }))).toBe("bad-input");
    for (const noticeId of Object.keys((await stage()).notices)) {
      expect(code(await act("notice.take-back", { noticeId }))).toBe("ok");
      expect(code(await act("notice.take-back", { noticeId }, secretary))).toBe("ok");
    }
    expect(await texts("member")).toEqual([]);
  });
});

describe("an incident", () => {
  it("is in the log of the chair with its site and its time, and in nobody else's", async () => {
    const siteId = await addSite("satellite");
    await act("incident.note", { kind: "sound", siteId, what: "Plus de son", minutesAgo: 3 });
    const [entry] = Object.values((await stage()).incidents);
    expect(entry).toMatchObject({ kind: "sound", act: "note", siteId, at: now - 180_000 });
    expect((await stage("member")).incidents).toEqual({});
    expect((await stage("screen")).incidents).toEqual({});
    const foreign = { kind: "sound", siteId: randomUUID(), what: "Ailleurs" };
    expect(code(await act("incident.note", foreign))).toBe("not-found");
  });

  it("suspends the session: its time stands still and no vote opens until it resumes", async () => {
    const { itemId } = session.assembly;
    await act("timer.run", { itemId, on: true });
    await act("session.suspend", { kind: "room", reason: "Alarme incendie" });
    await act("session.suspend", { kind: "room", reason: "Alarme incendie" });
    const suspended = await stage("member");
    expect(suspended.suspendedAt).toBe(now);
    expect(suspended.timers[itemId]).not.toHaveProperty("since");
    expect(code(await act("timer.run", { itemId, on: true }))).toBe("session-suspended");
    const draft = await createDecision(session.pool, session.assembly, { phase: "draft" });
    const open = { decisionId: draft, overrideReason: "Essai" };
    expect(code(await onVote("decision.open", open))).toBe("session-suspended");
    await act("session.resume");
    expect(await stage("member")).not.toHaveProperty("suspendedAt");
    expect(code(await onVote("decision.open", open))).toBe("ok");
    const acts = Object.values((await stage()).incidents).map((entry) => entry.act);
    expect(acts.filter((one) => one === "suspend-session")).toHaveLength(1);
    expect(acts.filter((one) => one === "resume-session")).toHaveLength(1);
  });
});

describe("a vote", () => {
  const cast = (decisionId: string, member: PersonActor) =>
    onVote("decision.cast", { decisionId, electorId: member.personId, optionId: "for" }, member);
  const why = { kind: "network", reason: "Le réseau est tombé" };

  it("that is suspended keeps what was cast, takes nothing, and does not close", async () => {
    const decisionId = await openVote();
    const closesAt = now + 600_000;
    await session.pool.query("UPDATE decision SET closes_at = $2 WHERE id = $1", [
      decisionId,
      new Date(closesAt),
    ]);
    const [first, second] = [session.member(0), session.member(1)];
    expect(code(await cast(decisionId, first))).toBe("ok");
    expect(code(await onVote("decision.suspend", { decisionId, ...why }))).toBe("ok");
    expect(code(await onVote("decision.suspend", { decisionId, ...why }))).toBe("ok");
    expect(code(await cast(decisionId, second))).toBe("vote-suspended");
    expect(code(await onVote("decision.close", { decisionId }))).toBe("vote-suspended");
    now += 700_000;
    await votes.keepWindows();
    const { decisions } = await session.view("member");
    expect(decisions[decisionId]).toMatchObject({ phase: "open", cast: 1 });

    expect(code(await onVote("decision.resume", { decisionId }))).toBe("ok");
    expect(code(await cast(decisionId, second))).toBe("ok");
    const card = (await session.view("member")).decisions[decisionId];
    expect(card).toMatchObject({ cast: 2, closesAt: closesAt + 700_000 });
    expect(card).not.toHaveProperty("suspendedAt");
    expect(code(await onVote("decision.close", { decisionId }))).toBe("ok");
  });

  it("stands still with its session, and has its time back when it resumes", async () => {
    const [decisionId, alone] = [await openVote(), await openVote()];
    const closesAt = now + 600_000;
    await session.pool.query("UPDATE decision SET closes_at = $2 WHERE id = $1", [
      decisionId,
      new Date(closesAt),
    ]);
    await onVote("decision.suspend", { decisionId: alone, ...why });
    now += 1_000;
    await act("session.suspend", why);
    expect(code(await cast(decisionId, session.member(0)))).toBe("vote-suspended");
    expect(code(await onVote("decision.resume", { decisionId }))).toBe("session-suspended");
    now += 700_000;
    await votes.keepWindows();
    expect((await session.view("member")).decisions[decisionId]?.phase).toBe("open");
    await act("session.resume");
    const { decisions } = await session.view("member");
    expect(decisions[decisionId]).toMatchObject({ closesAt: closesAt + 700_000 });
    expect(decisions[decisionId]).not.toHaveProperty("suspendedAt");
    expect(decisions[alone]).toHaveProperty("suspendedAt");
    expect(code(await cast(decisionId, session.member(0)))).toBe("ok");
    await onVote("decision.resume", { decisionId: alone });
    for (const id of [decisionId, alone]) await onVote("decision.close", { decisionId: id });
  });

  it("that was proclaimed is annulled with a reason, leaves the screens, and is repeated", async () => {
    const decisionId = await openVote();
    await cast(decisionId, session.member(0));
    const annul = { decisionId, ...why, again: true };
    expect(code(await onVote("decision.annul", annul))).toBe("wrong-phase");
    await onVote("decision.close", { decisionId });
    await votes.jobs["decision.count"]({ decisionId });
    await onVote("decision.publish", { decisionId });
    expect((await session.view("screen")).shownResult).toBe(decisionId);
    const { moderator } = session.bureau;
    expect(code(await onVote("decision.annul", annul, moderator))).toBe("not-allowed");
    const annulled = await onVote("decision.annul", annul);
    if (!annulled.ok) throw new Error(annulled.refusal.code);
    const successor = (annulled.value as { decisionId: string }).decisionId;
    const view = await session.view("screen");
    expect(view).not.toHaveProperty("shownResult");
    expect(view.decisions[decisionId]).toMatchObject({
      phase: "published",
      annulledAt: now,
      annulReason: why.reason,
    });
    expect(view.decisions[successor]).toMatchObject({ phase: "draft", repeats: decisionId });
    expect(code(await onVote("decision.annul", annul))).toBe("vote-annulled");
    const entries = Object.values((await stage()).incidents);
    expect(entries.filter((entry) => entry.decisionId === decisionId)).toMatchObject([
      { act: "annul", what: why.reason },
    ]);
  });

  it("that is lengthened stays open as promised, once for two chairs", async () => {
    const decisionId = await openVote();
    const longer = { decisionId, ...why, minutes: 5, seen: 0 };
    expect(code(await onVote("decision.extend", longer))).toBe("ok");
    expect(code(await onVote("decision.extend", longer))).toBe("stage-changed");
    expect((await stage()).closable[decisionId]).toBe(now + 300_000);
    expect(await onVote("decision.close", { decisionId })).toMatchObject({
      refusal: { code: "not-heard-yet", details: { seconds: 300 } },
    });
    now += 300_000;
    expect(code(await onVote("decision.close", { decisionId }))).toBe("ok");
  });

  it("that is repeated is annulled, never counted, and has a successor that names it", async () => {
    const decisionId = await openVote();
    await cast(decisionId, session.member(0));
    const repeated = await onVote("decision.repeat", { decisionId, ...why });
    if (!repeated.ok) throw new Error(repeated.refusal.code);
    const successor = (repeated.value as { decisionId: string }).decisionId;
    await votes.jobs["decision.count"]({ decisionId });
    const { decisions } = await session.view("member");
    expect(decisions[decisionId]).toMatchObject({
      phase: "closed",
      annulledAt: now,
      annulReason: why.reason,
      cast: 1,
    });
    expect(decisions[successor]).toMatchObject({ phase: "draft", repeats: decisionId, cast: 0 });
    expect(decisions[successor]?.position).toBe((decisions[decisionId]?.position ?? 0) + 1);
    expect(code(await onVote("decision.repeat", { decisionId, ...why }))).toBe("vote-annulled");
    expect(code(await cast(decisionId, session.member(1)))).toBe("vote-closed");
    const open = { decisionId: successor, overrideReason: "Essai" };
    expect(code(await onVote("decision.open", open))).toBe("ok");
    expect(code(await cast(successor, session.member(1)))).toBe("ok");
    const entries = Object.values((await stage()).incidents);
    expect(entries.filter((entry) => entry.decisionId === decisionId)).toMatchObject([
      { act: "repeat", what: why.reason },
    ]);
  });

  it("that was counted is not proclaimed once it was annulled", async () => {
    const decisionId = await openVote();
    await onVote("decision.close", { decisionId });
    await votes.jobs["decision.count"]({ decisionId });
    expect(code(await onVote("decision.repeat", { decisionId, ...why }))).toBe("ok");
    expect(code(await onVote("decision.publish", { decisionId }))).toBe("vote-annulled");
  });
});

describe("those who follow from elsewhere", () => {
  it("have a minute after the announcement reached them, unless the chair says why not", async () => {
    const siteId = await addSite("online", { embed: "https://stream.example/live" });
    const decisionId = await openVote();
    expect((await stage()).closable[decisionId]).toBe(now + 90_000);

    const { moderator } = session.bureau;
    await act("stream.mark");
    const { delayMarkedAt = 0 } = await stage();
    expect(delayMarkedAt).toBe(now);
    now += 11_200;
    const heard = await act("stream.heard", { siteId, markedAt: delayMarkedAt }, moderator);
    expect(heard).toEqual({ ok: true, value: { seconds: 12 } });
    const { sites, closable } = await stage("member");
    expect(sites[siteId]).toMatchObject({ streams: true, delay: 12 });
    const opened = delayMarkedAt;
    expect(closable[decisionId]).toBe(opened + 72_000);
    const stale = { siteId, markedAt: delayMarkedAt - 1 };
    expect(code(await act("stream.heard", stale, moderator))).toBe("stage-changed");

    now = opened + 60_500;
    expect(await onVote("decision.close", { decisionId })).toMatchObject({
      refusal: { code: "not-heard-yet", details: { seconds: 12 } },
    });
    const reason = "Le flux est coupé depuis le début";
    expect(code(await onVote("decision.close", { decisionId, reason }))).toBe("ok");
    const entries = Object.values((await stage()).incidents);
    expect(entries.filter((entry) => entry.act === "close-early")).toMatchObject([
      { what: reason, decisionId },
    ]);
  });

  it("are waited for by the clock too", async () => {
    const decisionId = await openVote();
    await session.pool.query("UPDATE decision SET closes_at = $2 WHERE id = $1", [
      decisionId,
      new Date(now + 10_000),
    ]);
    const phase = async () => (await session.view("member")).decisions[decisionId]?.phase;
    now += 20_000;
    await votes.keepWindows();
    expect(await phase()).toBe("open");
    now += 60_000;
    await votes.keepWindows();
    expect(await phase()).toBe("closed");
  });

  it("have their questions read, which is noted", async () => {
    const questionId = await session.published(session.member(2));
    const { moderator } = session.bureau;
    await session.run(moderator, "question.queue", { questionId, on: true });
    expect((await stage("member")).aloud[questionId]).toEqual({});
    expect(code(await act("question.read-out", { questionId, on: true }, moderator))).toBe("ok");
    expect((await stage("member")).aloud[questionId]).toEqual({ readAt: now });
    await act("question.read-out", { questionId, on: false }, moderator);
    expect((await stage("member")).aloud[questionId]).toEqual({});
    const other = session.member(3);
    expect(code(await act("question.read-out", { questionId, on: true }, other))).toBe(
      "not-allowed",
    );
  });

  it("are set by hand too, and hear nothing where there is no such site", async () => {
    const siteId = await addSite("satellite");
    expect(code(await act("stream.delay", { siteId, seconds: 5 }))).toBe("ok");
    expect((await stage("member")).sites[siteId]?.delay).toBe(5);
    expect(code(await act("stream.delay", { siteId: randomUUID(), seconds: 5 }))).toBe("not-found");
  });
});
