import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { encodeBallot } from "#domain/decisions/ballot.ts";
import { createIssueVerifier, verifyBallot } from "#domain/decisions/secret/credential.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import type { LiveAssembly } from "../../support/live-assembly.ts";
import { act } from "../../support/scrutineers.ts";
import { createSecretDecisions } from "../../support/secret-decision.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

const choice = (option: string) => encodeBallot({ kind: "choice", option });

let database: TestDatabase;
let container: Container;
let assembly: LiveAssembly;
let desk: PersonActor;
let secretary: PersonActor;
let third: PersonActor;
let chair: PersonActor;
let electors: string[];
let decisionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
});

beforeEach(async () => {
  const roles = ["desk", "secretary", "scrutineer", "chair"];
  const made = await createStaffedAssembly(container, { electors: 12, roles });
  assembly = made.assembly;
  [desk, secretary, third, chair] = made.people as [
    PersonActor,
    PersonActor,
    PersonActor,
    PersonActor,
  ];
  electors = assembly.electors.slice(4).map(({ id }) => id);
  [decisionId] = (await createSecretDecisions(container, assembly, ["server"])) as [string];
  await container.api.decisions.open(chair, { decisionId, overrideReason: "essai" });
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

const give = (electorId: string, actor = desk) =>
  act(container, actor, "paper.give", { decisionIds: [decisionId], electorId });

const enter = (actor: PersonActor, slip: number, content: string) =>
  act(container, actor, "paper.enter", { decisionId, slip, content });

async function read(actor: PersonActor, contents: readonly string[]): Promise<void> {
  for (const [at, content] of contents.entries()) {
    expect(code(await enter(actor, at + 1, content))).toBe("ok");
  }
}

const pour = (missingReason = "", actor = desk) =>
  act(container, actor, "paper.pour", { decisionId, missingReason });

async function giveTo(count: number): Promise<void> {
  for (const elector of electors.slice(0, count)) expect(code(await give(elector))).toBe("ok");
}

const deskView = async (actor: PersonActor) => {
  const view = await container.api.decisions.urns.paperDesk(actor, assembly.slug);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.urns[0];
};

describe("a slip of paper", () => {
  it("marks the roll once, by a desk, for somebody else who may vote", async () => {
    const [elector = ""] = electors;
    expect(code(await give(elector, secretary))).toBe("not-allowed");
    expect(code(await give(desk.personId))).toBe("not-allowed");
    expect(code(await give(crypto.randomUUID()))).toBe("not-entitled");
    const twice = await Promise.all([give(elector), give(elector)]);
    expect(twice.map(code).sort()).toEqual(["marked-otherwise", "ok"]);
    const found = await container.api.decisions.urns.paperElectors(desk, {
      slug: assembly.slug,
      query: elector,
    });
    expect(found).toMatchObject({ value: [{ marks: { [decisionId]: "paper" } }] });
    expect(await deskView(desk)).toMatchObject({ given: 1 });
  });

  it("is not handed out before the roll is taken", async () => {
    await container.platform.pool.query("UPDATE assembly SET phase = 'convened' WHERE id = $1", [
      assembly.id,
    ]);
    expect(code(await give(electors[0] ?? ""))).toBe("roll-not-taken");
  });
});

describe("pouring slips into the urn", () => {
  it("takes two people who read the same; the ballots are like all others", async () => {
    const contents = [choice("for"), choice("for"), choice("against"), "invalid"];
    await giveTo(4);
    await read(secretary, contents);
    expect(code(await pour())).toBe("second-person-required");
    await read(third, [...contents.slice(0, 3), choice("abstain")]);
    expect(code(await pour())).toBe("slips-differ");
    expect(await deskView(third)).toMatchObject({ differences: [4] });
    expect(JSON.stringify((await deskView(desk))?.mine)).toBe("[]");
    expect(code(await enter(third, 4, "invalid"))).toBe("ok");
    expect(code(await enter(desk, 1, choice("for")))).toBe("not-allowed");
    expect(code(await pour())).toBe("ok");

    await expectSoundBallots(4);
    const { rows } = await container.platform.pool.query(
      `SELECT (SELECT count(*)::int FROM paper_slip WHERE decision_id = $1) AS slips, given, found
       FROM paper_sheet WHERE decision_id = $1`,
      [decisionId],
    );
    expect(rows).toEqual([{ slips: 0, given: 4, found: 4 }]);
    expect(code(await pour())).toBe("wrong-phase");
    expect(code(await give(electors[8] ?? electors[7] ?? ""))).toBe("wrong-phase");
  });

  it("wants a reason for what is missing, and never finds more than was given", async () => {
    await giveTo(3);
    await read(secretary, [choice("for"), choice("for")]);
    await read(third, [choice("for"), choice("for")]);
    expect(code(await pour())).toBe("paper-not-reconciled");
    await read(secretary, Array<string>(4).fill(choice("for")));
    await read(third, Array<string>(4).fill(choice("for")));
    expect(code(await pour("une personne est partie avec le sien"))).toBe("paper-not-reconciled");
    for (const actor of [secretary, third]) {
      for (const slip of [3, 4]) {
        await act(container, actor, "paper.remove", { decisionId, slip });
      }
    }
    expect(code(await pour("une personne est partie avec le sien"))).toBe("ok");
    expect(await deskView(desk)).toMatchObject({
      sheet: { given: 3, found: 2, missingReason: "une personne est partie avec le sien" },
    });
  });

  it("needs two people even where no slip came back", async () => {
    await giveTo(1);
    expect(code(await pour("le bulletin n’est pas revenu", desk))).toBe("second-person-required");
    expect(code(await pour("le bulletin n’est pas revenu", secretary))).toBe("ok");
  });

  it("comes before the close, and is counted with it", async () => {
    await giveTo(2);
    const close = () => container.api.decisions.close(chair, { decisionId });
    expect(code(await close())).toBe("paper-not-reconciled");
    await read(secretary, [choice("for"), choice("against")]);
    await read(third, [choice("for"), choice("against")]);
    await pour();
    expect(code(await close())).toBe("ok");
    await container.api.decisions.jobs["decision.count"]({ decisionId });
    const { rows } = await container.platform.pool.query(
      `SELECT t.report->'counts' AS counts, u.ledger->'issued' AS issued
       FROM tally t JOIN urn u USING (decision_id) WHERE decision_id = $1`,
      [decisionId],
    );
    expect(rows).toMatchObject([{ counts: { for: 1, against: 1 }, issued: { paper: 2 } }]);
  });

  it("is in the count or keeps the vote open, when poured at the moment of the close", async () => {
    await giveTo(2);
    await read(secretary, [choice("for"), choice("against")]);
    await read(third, [choice("for"), choice("against")]);
    const close = container.api.decisions.close(chair, { decisionId });
    const [poured, closed] = await Promise.all([pour(), close]);
    expect(code(poured)).toBe("ok");
    expect(["ok", "paper-not-reconciled"]).toContain(code(closed));
    const { rows } = await container.platform.pool.query(
      `SELECT d.phase, (u.ledger->>'ballots')::int AS ballots
       FROM decision d JOIN urn u ON u.decision_id = d.id WHERE d.id = $1`,
      [decisionId],
    );
    expect(rows).toEqual([
      closed.ok ? { phase: "closed", ballots: 2 } : { phase: "open", ballots: null },
    ]);
  });

  it("refuses what no slip of this vote can say", async () => {
    await giveTo(1);
    expect(code(await enter(secretary, 1, choice("maybe")))).toBe("bad-input");
    expect(code(await enter(secretary, 1, "{}"))).toBe("bad-input");
    expect(code(await enter(chair, 1, choice("for")))).toBe("not-allowed");
  });
});

async function expectSoundBallots(count: number): Promise<void> {
  const { rows } = await container.platform.pool.query<{
    credential: Buffer;
    issue_signature: Buffer;
    revision: number;
    sealed: Buffer;
    signature: Buffer;
    credential_key: Buffer;
  }>("SELECT b.*, u.credential_key FROM secret_ballot b JOIN urn u USING (decision_id)");
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
  for (const { credential_key, issue_signature, ...ballot } of rows) {
    const isIssued = await createIssueVerifier(credential_key);
    expect(await isIssued(ballot.credential, issue_signature)).toBe(true);
    expect(await verifyBallot(decisionId, ballot)).toBe(true);
  }
}
