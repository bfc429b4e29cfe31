import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { encodeBallot } from "#domain/decisions/ballot.ts";
import { receiptWords } from "#domain/decisions/secret/receipt-words.ts";
import { recount } from "#domain/decisions/secret/recount.ts";
import { createContainer, type Container } from "#server/container.ts";
import { RECEIPT_LISTS } from "#server/features/decisions/urns/receipt-lists.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import type { LiveAssembly } from "../../support/live-assembly.ts";
import {
  act,
  attest,
  give,
  holdCeremony,
  type TestKeeper,
  urnIn,
  viewOf,
} from "../../support/scrutineers.ts";
import { createSecretDecisions, fillUrn } from "../../support/secret-decision.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

const choice = (option: string) => encodeBallot({ kind: "choice", option });
const BALLOTS = [
  ...Array<string>(7).fill(choice("for")),
  ...Array<string>(4).fill(choice("against")),
  choice("abstain"),
  encodeBallot({ kind: "blank" }),
  "nonsense",
];

let database: TestDatabase;
let container: Container;
let assembly: LiveAssembly;
let chair: PersonActor;
let member: PersonActor;
let keepers: TestKeeper[];
let decisionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
});

beforeEach(async () => {
  const roles = ["scrutineer", "scrutineer", "scrutineer", "chair"];
  const made = await createStaffedAssembly(container, { electors: 30, roles, others: 1 });
  assembly = made.assembly;
  [chair, member] = made.people.slice(3) as [PersonActor, PersonActor];
  [decisionId] = (await createSecretDecisions(container, assembly, ["scrutineers"])) as [string];
  keepers = await holdCeremony(container, assembly, [decisionId], made.people.slice(0, 3));
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const urns = () => container.api.decisions.urns;
const urn = async () => urnIn(await viewOf(container, chair, assembly.slug), decisionId);

/** The vote opened, marked, cast, and closed; its board is made. */
async function voteAndClose(contents: readonly string[] = BALLOTS): Promise<void> {
  const { decisions } = container.api;
  const opened = await decisions.open(chair, { decisionId, overrideReason: "essai" });
  expect(code(opened)).toBe("ok");
  await container.platform.pool.query(
    `INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
     SELECT $1, id, 'online', 0 FROM unnest($2::uuid[]) AS id`,
    [decisionId, assembly.electors.slice(0, contents.length).map(({ id }) => id)],
  );
  await fillUrn(container, decisionId, contents);
  expect(code(await decisions.close(chair, { decisionId }))).toBe("ok");
  await container.api.decisions.jobs["decision.count"]({ decisionId });
}

const askOpening = (actor: PersonActor = chair) =>
  act(container, actor, "urn.ask-opening", { decisionId });

async function openedAndCounted(): Promise<void> {
  await expect
    .poll(
      async () => {
        await urns().tendOpenings();
        return (await urn()).stage;
      },
      { timeout: 10_000 },
    )
    .toBe("opened");
}

async function bundleText(actor: PersonActor): Promise<string> {
  const bundle = await urns().bundle(actor, decisionId);
  if (!bundle.ok) throw new Error(bundle.refusal.code);
  return new Response(bundle.value.body).text();
}

describe("the opening of an urn that scrutineers keep", () => {
  it("waits for the chair and for two of three, then counts", async () => {
    await voteAndClose();
    expect(await urn()).toMatchObject({ stage: "sealed", boardSize: BALLOTS.length });
    await urns().tendOpenings();
    expect(await urn()).not.toHaveProperty("opening");
    expect(code(await askOpening(member))).toBe("not-allowed");
    expect(code(await askOpening())).toBe("ok");

    await urns().tendOpenings();
    const [first, second] = keepers as [TestKeeper, TestKeeper];
    expect(code(await give(container, assembly.slug, first, decisionId))).toBe("ok");
    await urns().tendOpenings();
    await urns().tendOpenings();
    expect(await urn()).toMatchObject({ stage: "sealed", phase: "closed" });
    expect((await urn()).shares.filter(({ given }) => given)).toHaveLength(1);

    expect(code(await give(container, assembly.slug, second, decisionId))).toBe("ok");
    await openedAndCounted();
    const { rows } = await container.platform.pool.query(
      `SELECT t.report->'counts' AS counts, d.phase,
         (SELECT json_object_agg(content, ballots) FROM opened_ballot WHERE decision_id = d.id)
           AS opened,
         (SELECT count(*)::int FROM urn_share_given WHERE decision_id = d.id) AS given
       FROM decision d JOIN tally t ON t.decision_id = d.id WHERE d.id = $1`,
      [decisionId],
    );
    expect(rows).toMatchObject([
      {
        counts: { for: 7, against: 4 },
        phase: "counted",
        opened: { invalid: 1, [choice("for")]: 7, [choice("abstain")]: 1 },
        given: 0,
      },
    ]);
  });

  it("is taken over when the process that opens dies, and given again", async () => {
    await voteAndClose();
    await askOpening();
    const dying = createContainer(testEnv(database.url));
    await dying.api.decisions.urns.tendOpenings();
    const [first, second] = keepers as [TestKeeper, TestKeeper];
    await give(container, assembly.slug, first, decisionId);
    const before = (await urn()).opening?.opener;
    await dying.close();

    await urns().tendOpenings();
    expect((await urn()).opening?.opener).toBe(before);
    await container.platform.pool.query(
      "UPDATE urn_opening SET seen_at = now() - interval '11 seconds'",
    );
    await urns().tendOpenings();
    const after = await urn();
    expect(after.opening?.opener).not.toBe(before);
    expect(after.shares.some(({ given }) => given)).toBe(false);
    for (const keeper of [first, second]) await give(container, assembly.slug, keeper, decisionId);
    await openedAndCounted();
  });

  it("is tended by one process at a time, whichever looks first", async () => {
    await voteAndClose();
    await askOpening();
    const other = createContainer(testEnv(database.url));
    const both = [urns(), other.api.decisions.urns];
    await Promise.all(both.map((one) => one.tendOpenings()));
    const first = (await urn()).opening?.opener;
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(both.map((one) => one.tendOpenings()));
      expect((await urn()).opening?.opener).toBe(first);
    }
    for (const keeper of keepers) await give(container, assembly.slug, keeper, decisionId);
    await expect
      .poll(async () => {
        await Promise.all(both.map((one) => one.tendOpenings()));
        return (await urn()).stage;
      })
      .toBe("opened");
    await other.close();
    const { rows } = await container.platform.pool.query(
      "SELECT FROM audit_entry WHERE action = 'decision.count' AND subject = $1",
      [`decision:${decisionId}`],
    );
    expect(rows).toHaveLength(1);
  });

  it("puts a wrong share aside and goes on with the right ones", async () => {
    await voteAndClose();
    await askOpening();
    await urns().tendOpenings();
    const [first, second, third] = keepers as [TestKeeper, TestKeeper, TestKeeper];
    const wrong = { ...first, shares: new Map(second.shares) };
    expect(code(await give(container, assembly.slug, wrong, decisionId))).toBe("ok");
    await give(container, assembly.slug, second, decisionId);
    await urns().tendOpenings();
    expect((await urn()).shares.filter(({ given }) => given)).toHaveLength(1);
    expect((await urn()).stage).toBe("sealed");
    await give(container, assembly.slug, third, decisionId);
    await openedAndCounted();
  });

  it("takes shares from keepers alone, and for the process that opens now", async () => {
    await voteAndClose();
    const share = {
      decisionId,
      opener: crypto.randomUUID(),
      sealed: Buffer.alloc(120, 1).toString("base64url"),
    };
    const [keeper] = keepers as [TestKeeper];
    const attempt = (actor: PersonActor) => act(container, actor, "urn.give-share", share);
    expect(code(await attempt(keeper.actor))).toBe("opening-not-asked");
    await askOpening();
    await urns().tendOpenings();
    expect(code(await attempt(member))).toBe("not-allowed");
    expect(code(await attempt(keeper.actor))).toBe("changed-meanwhile");
  });
});

describe("a board that is not the one whose head was shown", () => {
  const query = <T extends object>(sql: string, values: unknown[] = [decisionId]) =>
    container.platform.pool.query<T>(sql, values);
  const ONE = "(SELECT credential FROM secret_ballot WHERE decision_id = $1 LIMIT 1)";

  /** Shares are given and the urn is tended until the altered board was found. */
  async function foundAltered(): Promise<void> {
    await urns().tendOpenings();
    for (const keeper of keepers) await give(container, assembly.slug, keeper, decisionId);
    await expect
      .poll(
        async () => {
          await urns().tendOpenings();
          return (await urn()).altered !== undefined;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  }

  const journalled = async () => {
    const { rows } = await query<{ action: string; reason: string }>(
      `SELECT action, reason FROM audit_entry
       WHERE subject = 'decision:' || $1 AND action LIKE 'urn.a%' ORDER BY at`,
    );
    return rows;
  };

  it("is not opened; the bureau is told what was found, nobody else is, and it is tried once", async () => {
    await voteAndClose();
    await askOpening();
    await query(`DELETE FROM secret_ballot WHERE credential = ${ONE}`);
    await query(
      `UPDATE secret_ballot SET sealed = set_byte(sealed, 80, get_byte(sealed, 80) # 1)
       WHERE credential = ${ONE}`,
    );
    await foundAltered();

    const found = await urn();
    expect(found).toMatchObject({ stage: "sealed", phase: "closed", boardSize: BALLOTS.length });
    expect(found.altered).toMatchObject({ ballots: BALLOTS.length - 1, unsound: 1 });
    expect(found.altered?.head).not.toBe(found.boardHead);
    expect(found).not.toHaveProperty("opening");
    await urns().tendOpenings();
    expect(await urn()).not.toHaveProperty("opening");
    expect((await journalled()).map(({ action }) => action)).toEqual([
      "urn.ask-opening",
      "urn.altered",
    ]);

    const cards = async (actor: PersonActor) => {
      const page = await container.api.decisions.page(actor, decisionId);
      return page.ok ? page.value.urn : undefined;
    };
    expect(await cards(chair)).toHaveProperty("altered.unsound", 1);
    expect(await cards(member)).not.toHaveProperty("altered");
  });

  it("opens once it was put back and the chair has it looked at again", async () => {
    await voteAndClose();
    await askOpening();
    await query("UPDATE secret_ballot SET revision = revision + 1 WHERE decision_id = $1");
    await foundAltered();
    await query("UPDATE secret_ballot SET revision = revision - 1 WHERE decision_id = $1");
    await urns().tendOpenings();
    expect((await urn()).stage).toBe("sealed");

    expect(code(await askOpening(member))).toBe("not-allowed");
    expect(code(await askOpening())).toBe("ok");
    await urns().tendOpenings();
    for (const keeper of keepers) await give(container, assembly.slug, keeper, decisionId);
    await openedAndCounted();
    expect(await urn()).not.toHaveProperty("altered");
    expect(await journalled()).toHaveLength(3);
  });

  it("is found by the count too, where the server keeps the key", async () => {
    const [sealedByServer] = (await createSecretDecisions(container, assembly, ["server"])) as [
      string,
    ];
    decisionId = sealedByServer;
    const { decisions } = container.api;
    await decisions.open(chair, { decisionId, overrideReason: "essai" });
    await query(
      "INSERT INTO credential_issue (decision_id, elector_id, channel, batch) VALUES ($1, $2, 'online', 0)",
      [decisionId, assembly.electors[0]?.id],
    );
    await fillUrn(container, decisionId, [choice("for")]);
    await decisions.close(chair, { decisionId });
    const count = () => decisions.jobs["decision.count"]({ decisionId });
    const secret = "SELECT urn_secret FROM urn WHERE decision_id = $1";
    const { rows } = await query<{ urn_secret: Buffer }>(secret);
    await query("UPDATE urn SET urn_secret = NULL WHERE decision_id = $1");
    await count();
    await query("UPDATE urn SET urn_secret = $2 WHERE decision_id = $1", [
      decisionId,
      rows[0]?.urn_secret,
    ]);
    await query("UPDATE secret_ballot SET revision = 7 WHERE decision_id = $1");
    await count();
    expect((await urn()).altered).toMatchObject({ ballots: 1, unsound: 1 });
    await query("UPDATE secret_ballot SET revision = 1 WHERE decision_id = $1");
    await count();
    expect((await urn()).stage).toBe("sealed");
    expect(code(await askOpening())).toBe("ok");
    await count();
    expect((await urn()).stage).toBe("opened");
  });
});

describe("after the opening", () => {
  beforeEach(async () => {
    await voteAndClose();
    await askOpening();
    await urns().tendOpenings();
    for (const keeper of keepers.slice(1)) await give(container, assembly.slug, keeper, decisionId);
    await openedAndCounted();
  });

  it("keepers attest with the keys they joined with, and the bundle recounts", async () => {
    for (const keeper of keepers) {
      expect(code(await attest(container, assembly.slug, keeper, decisionId))).toBe("ok");
    }
    const [first, second] = keepers as [TestKeeper, TestKeeper];
    const stranger = { ...first, signing: second.signing };
    expect(code(await attest(container, assembly.slug, stranger, decisionId))).toBe(
      "bad-signature",
    );
    const recounted = await recount(await bundleText(first.actor));
    if (!recounted.ok) throw new Error("the bundle cannot be read");
    expect(recounted.value.checks.map(({ state }) => state)).toEqual(Array(5).fill("passed"));
    const board = await urns().board(member, { decisionId, page: 1, words: "" });
    expect(board.ok && board.value.attestedBy).toHaveLength(3);
  });

  it("finds a ballot on the board by the four words of its receipt, in either list", async () => {
    const look = async (words: string) => {
      const page = await urns().board(member, { decisionId, page: 1, words });
      if (!page.ok) throw new Error(page.refusal.code);
      return page.value;
    };
    const { entries } = await look("");
    expect(entries.map(({ place }) => place)).toEqual(BALLOTS.map((_, at) => at + 1));
    for (const list of RECEIPT_LISTS) {
      for (const entry of entries.slice(0, 3)) {
        const words = receiptWords(entry.words, list).join(" ").toUpperCase();
        expect((await look(words)).found).toEqual([entry]);
      }
    }
    expect((await look("abandon abandon abandon abandon")).found).toEqual([]);
    expect((await look("pas quatre mots")).found).toEqual([]);
  });

  it("answers from the roll whether a vote was taken in one's name", async () => {
    const marked = await urns().rollAnswer(chair, decisionId);
    expect(marked).toMatchObject({
      value: [{ electorId: chair.personId, self: true, entitled: true, channel: "online" }],
    });
    await container.platform.pool.query(
      "DELETE FROM credential_issue WHERE decision_id = $1 AND elector_id = $2",
      [decisionId, member.personId],
    );
    const unmarked = await urns().rollAnswer(member, decisionId);
    expect(unmarked.ok && unmarked.value[0]).not.toHaveProperty("channel");
    expect(code(await urns().rollAnswer({ kind: "anonymous" }, decisionId))).toBe("not-signed-in");
  });

  it("gives nothing of the count to those who may not see it before the chair publishes", async () => {
    expect(code(await urns().bundle(member, decisionId))).toBe("not-counted");
    const board = await urns().board(member, { decisionId, page: 1, words: "" });
    expect(board).toMatchObject({ ok: true, value: { bundle: false, size: BALLOTS.length } });
    expect(board.ok && board.value).not.toHaveProperty("opened");
    const published = await container.api.decisions.publish(chair, { decisionId });
    expect(code(published)).toBe("ok");
    expect(code(await urns().bundle({ kind: "anonymous" }, decisionId))).toBe("ok");
    const after = await urns().board(member, { decisionId, page: 1, words: "" });
    expect(after).toMatchObject({ value: { bundle: true, opened: { blank: 1, invalid: 1 } } });
  });
});
