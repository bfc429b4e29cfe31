import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { MinutesPage } from "#wire/minutes.ts";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import { createMinutesFeature } from "#server/features/minutes/index.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { code, createTestSession, type TestSession } from "../live-session/session.ts";

let session: TestSession;
let minutes: ReturnType<typeof createMinutesFeature>;
let decisions: ReturnType<typeof createDecisionsFeature>;
let decisionId: string;

beforeAll(async () => {
  session = await createTestSession(12);
  minutes = createMinutesFeature(session.platform);
  decisions = createDecisionsFeature(session.platform);
  decisionId = await createDecision(session.pool, session.assembly);
  for (let n = 0; n < 6; n += 1) {
    const member = session.member(n);
    await session.run(member, "session.arrive", { assemblyId: assemblyId() });
    const optionId = n < 4 ? "for" : "against";
    await decisions.cast(
      member,
      { decisionId, electorId: member.personId, optionId },
      randomUUID(),
    );
  }
  const question = await session.published(session.member(0), { nameHidden: true });
  await session.run(session.bureau.secretary, "question.answer", {
    questionId: question,
    answer: "Les réserves restent dans la coopérative.",
  });
});
afterAll(() => session.close());

const assemblyId = () => session.assembly.id;
const slug = () => session.assembly.slug;

function run(actor: PersonActor, type: string, payload: object): Promise<Result<unknown>> {
  const all = { ...minutes.commands, ...decisions.commands, ...session.feature.commands };
  const command = all[type];
  if (!command) throw new Error(`no command ${type}`);
  return command.handle(actor, command.schema.parse(payload), randomUUID());
}

async function page<S extends MinutesPage["state"]>(
  actor: PersonActor,
  state: S,
): Promise<Extract<MinutesPage, { state: S }>> {
  const found = await minutes.page(actor, slug());
  if (!found.ok || found.value.state !== state) throw new Error(`not ${state}`);
  return found.value as Extract<MinutesPage, { state: S }>;
}

describe("the chair's announcement", () => {
  it("shows a result to everybody at once, and goes when the chair goes on", async () => {
    const { chair } = session.bureau;
    await run(chair, "decision.close", { decisionId });
    await decisions.jobs["decision.count"]({ decisionId });
    expect((await session.view("member")).shownResult).toBeUndefined();
    expect(code(await run(session.member(0), "result.show", { decisionId }))).toBe("wrong-phase");
    expect(code(await run(chair, "decision.publish", { decisionId }))).toBe("ok");
    for (const audience of ["member", "screen", "chair"] as const) {
      expect((await session.view(audience)).shownResult).toBe(decisionId);
    }
    expect(code(await run(session.member(0), "result.clear", { assemblyId: assemblyId() }))).toBe(
      "not-allowed",
    );
    await run(chair, "result.clear", { assemblyId: assemblyId() });
    expect((await session.view("screen")).shownResult).toBeUndefined();
    expect(code(await run(chair, "result.show", { decisionId }))).toBe("ok");
    const itemId = randomUUID();
    await session.pool.query(
      `INSERT INTO agenda_item (id, assembly_id, position, purpose, title)
       VALUES ($1, $2, 2, 'inform', '{"fr":"La suite"}')`,
      [itemId, assemblyId()],
    );
    await session.run(chair, "agenda.go", { assemblyId: assemblyId(), itemId });
    expect((await session.view("screen")).shownResult).toBeUndefined();
  });
});

describe("the reconciliation", () => {
  it("sets marks on the roll against ballots, and adds up", async () => {
    const found = await minutes.reconciliation(session.member(0), slug());
    const [vote] = found.ok ? found.value.votes : [];
    expect(vote).toMatchObject({
      decisionId,
      addsUp: true,
      sheet: { entitled: 17, marks: 6, ballots: 6, counted: 6, difference: 0, explained: [] },
    });
    expect(vote?.sheet.lines).toEqual([{ channel: "online", marks: 6, ballots: 6 }]);
  });
});

describe("the recap", () => {
  it("tells what one asked, that one voted and what was decided, never how one voted", async () => {
    const found = await minutes.recap(session.member(0), slug());
    if (!found.ok) throw new Error(found.refusal.code);
    const { questions, votes, presence } = found.value;
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ state: "answered_oral", number: 1 });
    expect(presence).toHaveLength(1);
    expect(votes[0]?.voted).toEqual([{ name: expect.any(String), self: true, way: "online" }]);
    expect(votes[0]?.report?.counts).toEqual({ for: 4, against: 2, abstain: 0 });
    expect(JSON.stringify(votes[0]?.voted)).not.toMatch(/for"|against/);
    const stranger = await minutes.recap(session.member(9), slug());
    expect(stranger.ok && stranger.value.votes[0]?.voted).toEqual([]);
    expect(stranger.ok && stranger.value.questions).toEqual([]);
  });
});

describe("the minutes", () => {
  it("are drafted from the record, for the bureau alone", async () => {
    const { secretary, chair } = session.bureau;
    const begin = { assemblyId: assemblyId(), language: "fr" };
    expect(code(await run(chair, "minutes.begin", begin))).toBe("not-allowed");
    expect(code(await run(secretary, "minutes.begin", begin))).toBe("ok");
    await page(session.member(0), "none");
    const { document, sections, waiting } = await page(chair, "draft");
    expect(waiting).toEqual({ open: true, votes: 0 });
    const { record } = document;
    expect(record.bureau.map(({ capacity }) => capacity)).toEqual(["chair", "secretary"]);
    expect(record.attended.inPerson).toEqual({ persons: 6, shares: 60 });
    const [item] = record.items;
    expect(item?.votes[0]).toMatchObject({
      quorum: { electorate: { persons: 17 }, closed: { persons: 6, shares: 60 } },
      report: { outcome: "adopted" },
      reconciliation: { marks: 6 },
    });
    const all = sections.map(({ text }) => text).join("\n");
    expect(all).toContain("Les réserves restent dans la coopérative.");
    expect(all).not.toMatch(/\{\{|minutes:|draft\./);
    // The asker hid their name.
    expect(all).not.toContain(session.member(0).name);
  });

  it("keep what the secretary wrote, and lose no text to another window", async () => {
    const { secretary } = session.bureau;
    const write = (text: string, revision: number) =>
      run(secretary, "minutes.write", {
        assemblyId: assemblyId(),
        section: "convocation",
        revision,
        text,
      });
    expect(code(await write("Convoquée le 2 juin.", 0))).toBe("ok");
    expect(code(await write("Écrit dans une autre fenêtre.", 0))).toBe("changed-meanwhile");
    const { sections } = await page(secretary, "draft");
    expect(sections.find(({ key }) => key === "convocation")).toMatchObject({
      text: "Convoquée le 2 juin.",
      revision: 1,
    });
  });

  it("are frozen once the session is closed, and nothing changes them after", async () => {
    const { secretary, chair } = session.bureau;
    const { revision } = await page(secretary, "draft");
    const freeze = (seen: number) =>
      run(secretary, "minutes.freeze", { assemblyId: assemblyId(), revision: seen });
    expect(code(await freeze(revision))).toBe("wrong-phase");
    await session.run(chair, "session.close", { assemblyId: assemblyId() });
    expect(code(await freeze(revision - 1))).toBe("changed-meanwhile");
    expect(code(await freeze(revision))).toBe("ok");
    expect(code(await freeze(revision))).toBe("minutes-frozen");

    const frozen = await page(session.member(0), "frozen");
    const again = createHash("sha256").update(canonicalJson(frozen.document)).digest("hex");
    expect(frozen.hash).toBe(again);
    await expect(
      session.pool.query("UPDATE minutes SET language = 'nl' WHERE assembly_id = $1", [
        assemblyId(),
      ]),
    ).rejects.toThrow(/frozen/);
  });

  it("are signed by the bureau and by members who were there", async () => {
    const { hash } = await page(session.member(0), "frozen");
    const sign = (actor: PersonActor, what = hash) =>
      run(actor, "minutes.sign", { assemblyId: assemblyId(), hash: what });
    expect(code(await sign(session.bureau.chair, "0".repeat(64)))).toBe("changed-meanwhile");
    expect(code(await sign(session.member(9)))).toBe("not-entitled");
    for (const actor of [session.member(0), session.bureau.chair, session.bureau.chair]) {
      expect(code(await sign(actor))).toBe("ok");
    }
    const { signatures, signed } = await page(session.bureau.chair, "frozen");
    expect(signatures.map(({ capacity }) => capacity)).toEqual(["chair", "member"]);
    expect(signed).toBe(true);
  });

  it("are corrected by addenda, each chained to what it follows", async () => {
    const add = (actor: PersonActor, text: string) =>
      run(actor, "minutes.add", { assemblyId: assemblyId(), text });
    expect(code(await add(session.bureau.chair, "Une correction."))).toBe("not-allowed");
    await add(session.bureau.secretary, "Il fallait lire : le 3 juin.");
    await add(session.bureau.secretary, "Et non le 2.");
    const { addenda, hash } = await page(session.member(3), "frozen");
    const link = (before: string, position: number, text: string) =>
      createHash("sha256").update(canonicalJson({ before, position, text })).digest("hex");
    const first = link(hash, 1, "Il fallait lire : le 3 juin.");
    expect(addenda.map((one) => one.hash)).toEqual([first, link(first, 2, "Et non le 2.")]);
  });

  it("leave as a tagged PDF and as an open file", async () => {
    const pdf = await minutes.pdf(session.member(3), slug());
    if (!pdf.ok) throw new Error(pdf.refusal.code);
    const bytes = pdf.value.toString("latin1");
    expect(bytes.startsWith("%PDF-1.7")).toBe(true);
    expect(bytes).toContain("/MarkInfo");
    expect(bytes).toContain("/Lang (fr)");
    const file = await minutes.file(session.member(3), slug());
    expect(file.ok && file.value.addenda).toHaveLength(2);
  });
});
