import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "#domain/kernel/result.ts";
import { STAGES } from "#domain/workers-assembly/stage.ts";
import { ACTS, type Target } from "./judged.ts";
import { createRankingWorld, type RankingWorld } from "./ranking-world.ts";

const UUID = "00000000-0000-4000-8000-000000000000";
const LONG = "x".repeat(100_000);

let world: RankingWorld;
beforeAll(async () => {
  world = await createRankingWorld();
});
afterAll(() => world.close());

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

const NOWHERE: Target = {
  ...{ slug: "nulle-part", campaign: "nulle-part" },
  ...{ proposalId: UUID, debateId: UUID, code: "P01" },
};

/** Each text of what a form carries, by where it stands in it. */
const textsOf = (payload: object) =>
  Object.entries(payload).filter(([, value]) => typeof value === "string");

describe.each(Object.entries(ACTS))("what is sent as %s", (type, payload) => {
  const schema = () => world.feature.commands[type]!.schema;

  it("is refused where a text is far too long", () => {
    for (const [field] of textsOf(payload(NOWHERE))) {
      const parsed = schema().safeParse({ ...payload(NOWHERE), [field]: LONG });
      expect([field, parsed.success]).toEqual([field, false]);
    }
  });

  it("never brings a letter to the database that it cannot keep", () => {
    for (const [field] of textsOf(payload(NOWHERE))) {
      const parsed = schema().safeParse({ ...payload(NOWHERE), [field]: "a\u0000b\ud800c" });
      const kept = JSON.stringify(parsed.success ? parsed.data : "");
      expect([field, kept]).toEqual([field, expect.not.stringMatching(/\\u0000|\\ud800/)]);
    }
  });

  it("is refused where it names nothing, whoever sends it", async () => {
    const { first, workers, director } = world;
    for (const actor of [first, workers[0]!, director]) {
      const { handle } = world.feature.commands[type]!;
      const result = await handle(actor, schema().parse(payload(NOWHERE)), crypto.randomUUID());
      expect(result.ok).toBe(false);
    }
  });
});

describe("an act at a stage that is not its own", () => {
  it.each(STAGES)("neither fails nor takes the assembly back: %s", async (stage) => {
    const { pool, first, workers, feature } = world;
    const edition = await world.addEdition({ stage });
    const number = stage === "gathering" ? {} : { number: 1 };
    const proposalId = await world.addProposal({
      ...{ editionId: edition.id, author: workers[0]!, ...number },
    });
    const at = { ...NOWHERE, slug: edition.slug, campaign: world.slug, proposalId };
    for (const [type, payload] of Object.entries(ACTS)) {
      const { schema, handle } = feature.commands[type]!;
      for (const actor of [first, workers[0]!]) {
        const result = await handle(actor, schema.parse(payload(at)), crypto.randomUUID());
        expect([type, typeof result.ok]).toEqual([type, "boolean"]);
      }
    }
    const { rows } = await pool.query<{ stage: (typeof STAGES)[number] }>(
      "SELECT stage FROM workers_assembly WHERE id = $1",
      [edition.id],
    );
    expect(STAGES.indexOf(rows[0]!.stage)).toBeGreaterThanOrEqual(STAGES.indexOf(stage));
  });
});

describe("two tabs", () => {
  it("draw one vote up", async () => {
    const { slug, id } = await world.frozen({ proposals: 9 });
    const drawn = () => world.run(world.first, "workers-ranking.draw-up", { slug });
    const both = await Promise.all([drawn(), drawn()]);
    expect(both.map(code).sort()).toEqual(["ok", "wrong-phase"]);
    const { rows } = await world.pool.query<{ votes: number }>(
      `SELECT count(*)::int AS votes FROM decision d
       JOIN workers_assembly w ON w.assembly_id = d.assembly_id WHERE w.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ votes: 1 }]);
  });

  it("name somebody to an office once", async () => {
    const { slug } = await world.addEdition();
    const registerNo = await world.registerNo(world.workers[1]!);
    const named = () =>
      world.run(world.first, "workers-organise.name", { slug, registerNo, office: "chair" });
    expect((await Promise.all([named(), named()])).map(code).sort()).toEqual([
      "ok",
      "workers-office-held",
    ]);
  });

  it("change an edition, and the one that came late is told", async () => {
    const { slug } = await world.addEdition();
    const change = (title: string) =>
      world.run(world.first, "workers-organise.change", {
        ...ACTS["workers-organise.change"]!({ ...NOWHERE, slug }),
        "title.fr": title,
      });
    const both = await Promise.all([change("Une"), change("Autre")]);
    expect(both.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);
  });

  it("write a book, and the one that came late is told", async () => {
    const { slug } = await world.addEdition({ stage: "adopting" });
    const write = () =>
      world.run(
        world.first,
        "workers-book.write",
        ACTS["workers-book.write"]!({ ...NOWHERE, slug }),
      );
    const both = await Promise.all([write(), write()]);
    expect(both.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);
  });

  it("change the hours of a ranking one after the other, and minute another method once each", async () => {
    const { slug, id } = await world.addEdition();
    const plan = { method: "schulze", reason: "Décidé ensemble." } as const;
    const planned = () => world.run(world.first, "workers-ranking.plan", world.planOf(slug, plan));
    expect((await Promise.all([planned(), planned()])).map(code)).toEqual(["ok", "ok"]);
    const { rows } = await world.pool.query<{ changes: number }>(
      "SELECT count(*)::int AS changes FROM workers_ranking_change WHERE workers_assembly_id = $1",
      [id],
    );
    expect(rows).toEqual([{ changes: 1 }]);
  });
});

describe("ids of another edition", () => {
  it("are nobody's: an office of one is not released in another", async () => {
    const [here, there] = [await world.addEdition(), await world.addEdition()];
    const registerNo = await world.registerNo(world.workers[2]!);
    const office = { slug: here.slug, registerNo, office: "secretary" };
    await world.done(world.first, "workers-organise.name", office);
    const page = await world.feature.organise.page(world.first, here.slug);
    const grantId = page.ok ? page.value.offices[0]!.grantId : "";
    const release = { slug: there.slug, grantId };
    expect(code(await world.run(world.first, "workers-organise.release", release))).toBe(
      "not-found",
    );
    const after = await world.feature.organise.page(world.first, here.slug);
    expect(after.ok && after.value.offices).toHaveLength(1);
  });

  it("are not joined into one wording", async () => {
    const [here, there] = [await world.addEdition(), await world.addEdition()];
    const author = world.workers[0]!;
    const ids = [
      await world.addProposal({ editionId: here.id, author }),
      await world.addProposal({ editionId: there.id, author }),
    ];
    const offered = await world.run(world.first, "proposal.offer-merge", {
      ...ACTS["proposal.offer-merge"]!({ ...NOWHERE, slug: here.slug }),
      part: Object.fromEntries(ids.map((one) => [one, "on"])),
    });
    expect(offered.ok).toBe(false);
  });
});
