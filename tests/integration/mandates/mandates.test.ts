import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createAssemblyFeature } from "#server/features/assembly/index.ts";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import { createMandatesFeature } from "#server/features/mandates/index.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { allowProxies, namesOf, numberPeople } from "../../support/proxies.ts";
import { actorOf, code, createTestSession, type TestSession } from "../live-session/session.ts";

let session: TestSession;
let mandates: ReturnType<typeof createMandatesFeature>;
let decisions: ReturnType<typeof createDecisionsFeature>;

beforeAll(async () => {
  session = await createTestSession(30);
  await numberPeople(session.pool);
  mandates = createMandatesFeature(session.platform);
  decisions = createDecisionsFeature(session.platform);
});
afterAll(() => session.close());

const assemblyId = () => session.assembly.id;

function run(actor: PersonActor, type: string, payload: object): Promise<Result<unknown>> {
  const command = mandates.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  return command.handle(actor, command.schema.parse(payload), randomUUID());
}

async function give(giver: PersonActor, holder: PersonActor): Promise<Result<unknown>> {
  return run(giver, "mandate.give", {
    assemblyId: assemblyId(),
    giverId: giver.personId,
    ...(await namesOf(session.pool, holder.personId)),
  });
}

/** The id of the only mandate that this person gave and that still stands. */
async function given(giver: PersonActor): Promise<string> {
  const page = await mandates.page(giver, session.assembly.slug);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.mine.given[giver.personId]?.id ?? "";
}

async function agree(giver: PersonActor, holder: PersonActor): Promise<string> {
  expect(code(await give(giver, holder))).toBe("ok");
  const mandateId = await given(giver);
  expect(code(await run(holder, "mandate.accept", { mandateId }))).toBe("ok");
  return mandateId;
}

const arrive = (actor: PersonActor) =>
  session.run(actor, "session.arrive", { assemblyId: assemblyId() });
const leave = (actor: PersonActor) =>
  session.run(actor, "session.leave", { assemblyId: assemblyId() });

const cast = (actor: PersonActor, decisionId: string, electorId: string, optionId = "for") =>
  decisions.cast(actor, { decisionId, electorId, optionId }, randomUUID());

it("is off where the statutes do not allow it", async () => {
  expect(code(await give(session.member(0), session.member(1)))).toBe("mandates-not-allowed");
  expect((await session.view("chair")).mandates).toBeUndefined();
  await allowProxies(session.pool, assemblyId());
});

describe("given and accepted", () => {
  it("names a delegate by number and family name, neither alone", async () => {
    const holder = await namesOf(session.pool, session.member(1).personId);
    const wrong = { assemblyId: assemblyId(), giverId: session.member(0).personId };
    const attempt = (names: object) =>
      run(session.member(0), "mandate.give", { ...wrong, ...names });
    expect(code(await attempt({ ...holder, familyName: "Autre" }))).toBe("delegate-not-found");
    expect(code(await attempt({ ...holder, registerNo: "N0" }))).toBe("delegate-not-found");
  });

  it("is one a giver, at most as many a holder as the statutes say, and never one's own", async () => {
    const [giver, holder, second] = [session.member(0), session.member(1), session.member(2)];
    expect(code(await give(giver, giver))).toBe("delegate-not-found");
    await agree(giver, holder);
    expect(code(await give(giver, second))).toBe("mandate-exists");
    expect(code(await give(second, holder))).toBe("delegate-full");
  });

  it("is given for oneself alone, and accepted by its holder alone", async () => {
    const [giver, holder, other] = [session.member(3), session.member(4), session.member(5)];
    const foreign = { assemblyId: assemblyId(), giverId: giver.personId };
    const named = await namesOf(session.pool, holder.personId);
    expect(code(await run(other, "mandate.give", { ...foreign, ...named }))).toBe("not-allowed");
    expect(code(await give(giver, holder))).toBe("ok");
    const mandateId = await given(giver);
    expect(code(await run(giver, "mandate.accept", { mandateId }))).toBe("not-allowed");
    expect(code(await run(other, "mandate.revoke", { mandateId }))).toBe("not-allowed");
    expect(code(await run(holder, "mandate.decline", { mandateId }))).toBe("ok");
    expect(code(await run(holder, "mandate.accept", { mandateId }))).toBe("changed-meanwhile");
    expect(await given(giver)).toBe("");
  });

  it("lets two givers at once fill one place only", async () => {
    const holder = session.member(6);
    const results = await Promise.all([7, 8, 9].map((n) => give(session.member(n), holder)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("is listed for the bureau and for nobody else", async () => {
    const page = async (actor: PersonActor) => {
      const found = await mandates.page(actor, session.assembly.slug);
      return found.ok ? found.value.register : undefined;
    };
    expect(await page(session.member(20))).toBeUndefined();
    const register = await page(await actorOf(session.pool, session.bureau.secretary.personId));
    expect(register?.map(({ standing }) => standing)).toContain("holder-away");
  });
});

describe("one ballot a mandate", () => {
  let decisionId: string;
  const giver = () => session.member(10);
  const holder = () => session.member(11);
  beforeAll(async () => {
    decisionId = await createDecision(session.pool, session.assembly);
    await agree(giver(), holder());
  });

  it("gives no vote while the holder is away", async () => {
    expect(code(await cast(holder(), decisionId, giver().personId))).toBe("not-allowed");
    expect(Object.keys((await session.mine(holder())).electors)).toEqual([holder().personId]);
  });

  it("gives the holder a second ballot once there, and counts the giver as present", async () => {
    const before = (await session.view("chair")).present;
    await arrive(holder());
    const { electors } = await session.mine(holder());
    expect(electors[giver().personId]).toMatchObject({ self: false, byMandate: true });
    const view = await session.view("chair");
    expect(view.present).toEqual({ persons: before.persons + 2, shares: before.shares + 20 });
    expect(view.mandates?.represented).toEqual({ persons: 1, shares: 10 });
    const page = await decisions.page(holder(), decisionId);
    expect(page.ok && page.value.electors.map(({ id }) => id)).toEqual([
      holder().personId,
      giver().personId,
    ]);
    const { happeningNow } = createAssemblyFeature(session.platform, () => Promise.resolve(0));
    expect((await happeningNow(holder())).openVotes.map(({ elector }) => elector)).toContain(
      giver().name,
    );
    expect(code(await cast(holder(), decisionId, giver().personId, "against"))).toBe("ok");
    expect(code(await cast(holder(), decisionId, holder().personId, "for"))).toBe("ok");
  });

  it("keeps the giver from voting twice, until they come themselves", async () => {
    expect(code(await cast(giver(), decisionId, giver().personId))).toBe("mandate-active");
    session.said.length = 0;
    await arrive(giver());
    await session.platform.outbox.drain();
    expect(session.said.flatMap(({ persons }) => persons ?? [])).toContain(holder().personId);
    expect(Object.keys((await session.mine(holder())).electors)).toEqual([holder().personId]);
    expect(code(await cast(holder(), decisionId, giver().personId))).toBe("not-allowed");
    expect(code(await cast(giver(), decisionId, giver().personId, "for"))).toBe("ok");
    expect((await session.view("chair")).mandates).toMatchObject({ represented: { persons: 0 } });
    const { rows } = await session.pool.query("SELECT FROM mandate_vote WHERE decision_id = $1", [
      decisionId,
    ]);
    expect(rows).toHaveLength(0);
  });

  it("holds again when the giver has gone, and not after it was taken back", async () => {
    await leave(giver());
    expect(code(await cast(holder(), decisionId, giver().personId))).toBe("ok");
    expect(code(await run(giver(), "mandate.revoke", { mandateId: await given(giver()) }))).toBe(
      "ok",
    );
    expect(code(await cast(holder(), decisionId, giver().personId))).toBe("not-allowed");
  });
});

describe("the cap of one tenth", () => {
  it("is counted live over holders, and reported with the count", async () => {
    await allowProxies(session.pool, assemblyId(), { max: 3 });
    const holder = session.member(12);
    const givers = [13, 14].map((n) => session.member(n));
    for (const one of givers) await agree(one, holder);
    // Of 35 on the roll a tenth is 3: a third mandate would make four votes.
    expect(code(await give(session.member(15), holder))).toBe("over-one-tenth");

    const decisionId = await createDecision(session.pool, session.assembly);
    await session.pool.query(
      `UPDATE decision SET profile_version = (
         SELECT profile_version FROM assembly WHERE id = $2) WHERE id = $1`,
      [decisionId, assemblyId()],
    );
    for (const actor of [holder, ...Array.from({ length: 12 }, (_, n) => session.member(16 + n))]) {
      await arrive(actor);
      await cast(actor, decisionId, actor.personId);
    }
    for (const one of givers) {
      expect(code(await cast(holder, decisionId, one.personId))).toBe("ok");
    }
    const { oneTenth } = (await session.view("chair")).mandates ?? {};
    expect(oneTenth).toMatchObject({ applies: true, limit: 1, holdersOver: 1, excess: 2 });

    const close = decisions.commands["decision.close"];
    expect(
      code((await close?.handle(session.bureau.chair, { decisionId }, randomUUID())) as never),
    ).toBe("ok");
    await decisions.jobs["decision.count"]({ decisionId });
    const { rows } = await session.pool.query<{ report: { oneTenth: object }; frozen: object }>(
      `SELECT t.report, d.frozen FROM tally t JOIN decision d ON d.id = t.decision_id
       WHERE d.id = $1`,
      [decisionId],
    );
    expect(rows[0]?.report.oneTenth).toMatchObject({ limit: 1, holdersOver: 1, excess: 2 });
    expect(rows[0]?.frozen).toMatchObject({
      representedPersons: 2,
      holders: [{ own: 1, mandates: 2 }],
    });
  });
});

it("a vote that mandates enter opens on verified statutes, or with a written reason", async () => {
  await allowProxies(session.pool, assemblyId(), { verified: false });
  const decisionId = await createDecision(session.pool, session.assembly, { phase: "draft" });
  await session.pool.query(
    `UPDATE decision SET profile_version = 'proxies-1-assumed' WHERE id = $1`,
    [decisionId],
  );
  const open = (overrideReason: string) =>
    decisions.open(session.bureau.chair, { decisionId, overrideReason });
  const refused = await open("");
  expect(refused.ok ? {} : refused.refusal).toEqual({
    code: "unverified-profile",
    details: { values: "channels.proxy, proxy" },
  });
  expect(code(await open("Lu dans l'acte."))).toBe("ok");
});

describe("a written mandate", () => {
  it("is taken at the desk, counts at once and is told to its giver", async () => {
    await allowProxies(session.pool, assemblyId());
    const [giver, holder] = [session.member(28), session.member(29)];
    const [from, to] = [
      await namesOf(session.pool, giver.personId),
      await namesOf(session.pool, holder.personId),
    ];
    const payload = {
      assemblyId: assemblyId(),
      giverNo: from.registerNo,
      giverName: from.familyName,
      holderNo: to.registerNo,
      holderName: to.familyName,
    };
    await session.pool.query("UPDATE person SET email = 'giver@example.org' WHERE id = $1", [
      giver.personId,
    ]);
    expect(code(await run(session.bureau.chair, "mandate.register", payload))).toBe("not-allowed");
    expect(code(await run(session.bureau.secretary, "mandate.register", payload))).toBe("ok");
    expect(code(await run(session.bureau.secretary, "mandate.register", payload))).toBe(
      "mandate-exists",
    );
    const page = await mandates.page(giver, session.assembly.slug);
    expect(page.ok && page.value.mine.given[giver.personId]?.standing).toBe("holder-away");
    const { rows } = await session.pool.query<{ kind: string; mail: string }>(
      "SELECT kind, mail FROM notice WHERE person_id = $1 AND kind LIKE 'mandate-%'",
      [giver.personId],
    );
    expect(rows).toEqual([{ kind: "mandate-accepted", mail: "now" }]);
    const journal = await session.pool.query(
      "SELECT FROM audit_entry WHERE action = 'mandate.registered'",
    );
    expect(journal.rowCount).toBe(1);
  });
});
