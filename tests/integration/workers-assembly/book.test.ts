import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code } from "../live-session/session.ts";
import { must } from "../surveys/campaign.ts";
import { type BookWorld, createBookWorld } from "./book-world.ts";

let world: BookWorld;
beforeAll(async () => {
  world = await createBookWorld();
});
afterAll(() => world.close());

const ANSWER = { outcome: "refused", reason: "Trop cher." };

describe("a book of demands", () => {
  it("is made by those who coordinate, and published when nothing is missing", async () => {
    const { feature, first, ana, organiser, director, adviser, observer, slug, run } = world;
    for (const actor of [ana, organiser, director, adviser, observer]) {
      expect(code(await feature.book.edit(actor, slug))).toBe("not-allowed");
      expect(code(await run(actor, "workers-book.publish", { slug }))).toBe("not-allowed");
    }
    expect(must(await feature.book.edit(first, slug)).missing).toEqual(["recruited", "present"]);
    expect(code(await run(first, "workers-book.publish", { slug }))).toBe("book-not-ready");
    expect((await world.book()).shown).toBeUndefined();
    await world.publish();
  });

  it("orders demands by grade, keeps what was not adopted apart, and annexes the rest", async () => {
    const { shown } = await world.book();
    const { demands, annex, present } = shown!.book;
    expect(demands.map(({ code: one, place }) => [one, place])).toEqual([
      ["P02", 1],
      ["P01", 2],
      ["P03", undefined],
    ]);
    expect(demands[1]).toMatchObject({
      texts: [{ sentence: "Revendication 1, amendée" }],
      proposed: { sentence: "Revendication 1" },
      votes: { for: 30, against: 10, abstain: 2 },
      dissent: [{ ground: "harms-aim", text: "Les petits contrats y perdent." }],
      supports: 7,
    });
    expect(demands[2]).toMatchObject({ adopted: false, votes: { for: 20, against: 20 } });
    expect(annex.map(({ code: one }) => one)).toEqual(["P04"]);
    expect(present).toBe(42);
  });

  it("keeps every version letter for letter, with what changed", async () => {
    const { first, slug, run, feature } = world;
    expect(must(await feature.book.edit(first, slug)).missing).toEqual(["nothing-changed"]);
    expect(code(await run(first, "workers-book.publish", { slug }))).toBe("book-not-ready");
    const before = await fileOf("json");
    await expect(world.publish("Par affiches et par mail.")).rejects.toThrow("book-change-unsaid");
    await world.done(first, "workers-book.publish", { slug, "changed.fr": "Une omission." });
    const { shown } = await world.book();
    expect(shown!.versions.map(({ version, changed }) => [version, changed])).toEqual([
      [2, { fr: "Une omission." }],
      [1, {}],
    ]);
    expect(await fileOf("json", { version: "1" })).toEqual(before);
    const sum = createHash("sha256").update(before).digest("hex");
    expect(shown!.versions[1]?.hash).toBe(sum);
    await expect(
      world.pool.query("UPDATE demand_book_version SET content = '{}'"),
    ).rejects.toThrow();
  });

  it("says the same on paper and in open formats, in four languages", async () => {
    const pdf = await fileOf("pdf");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
    for (const language of ["fr", "nl", "de", "en"] as const) {
      const text = String(await fileOf("md", {}, language));
      expect(text).toContain("Revendication 1, amendée");
      expect(text).toContain("Les petits contrats y perdent.");
      expect(text).not.toMatch(/workers-book:|\{\{/);
    }
    const lines = String(await fileOf("csv"))
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(5);
  });
});

describe("a signature", () => {
  it("is given by who is on the roll, counted the next day, and named where they wish it", async () => {
    const { organiser, director, observer, workers, slug, done, run } = world;
    for (const actor of [organiser, director, observer]) {
      expect(code(await run(actor, "workers-book.sign", { slug }))).toBe("book-not-entitled");
    }
    for (const [at, actor] of workers.entries()) {
      await done(actor, "workers-book.sign", { slug, ...(at === 0 ? { named: "on" } : {}) });
    }
    expect((await world.book()).signatures.count).toBeUndefined();
    world.later(1);
    const { signatures } = await world.book();
    expect(signatures).toMatchObject({ count: workers.length, mine: { version: 2, named: true } });
    expect(signatures.named).toHaveLength(1);
    expect(String(await fileOf("md"))).toContain(signatures.named[0]);
  });

  it("is taken back: the name at once, the number the next day", async () => {
    const { ana, workers, slug, done } = world;
    const [name] = (await world.book()).signatures.named;
    await done(ana, "workers-book.unsign", { slug });
    const { signatures } = await world.book();
    expect(signatures).toMatchObject({ count: workers.length, named: [], mine: { named: false } });
    expect(String(await fileOf("md"))).not.toContain(name);
    world.later(1);
    expect((await world.book()).signatures.count).toBe(workers.length - 1);
  });
});

describe("what is handed to the board", () => {
  it("is every text of the list, once; it says which the assembly did not adopt", async () => {
    const { ana, bo, director, organiser, first, slug, done, run, toldTo } = world;
    await world.pool.query("DELETE FROM notice");
    expect(code(await run(organiser, "workers-book.transmit", { slug }))).toBe("not-allowed");
    await done(first, "workers-book.transmit", { slug });
    expect(code(await run(first, "workers-book.transmit", { slug }))).toBe("wrong-phase");
    const { followed } = await world.book();
    const titles = Object.values(followed).map(({ title, debated }) => [title, debated]);
    expect(titles.sort()).toEqual([
      ["Revendication 1, amendée", true],
      ["Revendication 2", true],
      ["Revendication 3", true],
      ["Revendication 4", false],
    ]);
    const rejected = must(await world.ledger.item(director, await itemOf(2)));
    expect(rejected.item.sections.attention).toContain("20 pour, 20 contre");
    expect(await toldTo(director)).toEqual(["book-arrived"]);
    expect(await toldTo(ana)).toEqual(["book-transmitted"]);
    expect(await toldTo(bo)).toEqual(["book-transmitted"]);
  });

  it("tells its road, and nobody who is behind it", async () => {
    const { ana, director, ledger, onLedger } = world;
    const item = await itemOf(0);
    const page = must(await ledger.item(director, item));
    expect(page).toMatchObject({
      proposal: { slug: world.slug, code: "P01", chosen: true, book: true },
      item: { sections: { minority: "Les petits contrats y perdent." } },
      supporters: 0,
      authors: { named: [] },
      rights: { write: false, contest: false },
    });
    const named = await onLedger.run(ana, "ledger.name-me", {
      itemId: page.item.id,
      listed: "true",
    });
    expect(code(named)).toBe("not-found");
  });

  it("is neither supported, rewritten nor withdrawn from the employer's side", async () => {
    const { director, organiser, adviser, workers, ledger, onLedger } = world;
    const { id: itemId } = must(await ledger.item(director, await itemOf(1))).item;
    for (const actor of [director, organiser, adviser]) {
      const refused = await onLedger.run(actor, "ledger.support", { itemId });
      expect(code(refused)).toBe("ledger-of-workers");
    }
    const withdrawn = await onLedger.run(organiser, "ledger.withdraw", { itemId, reason: "x" });
    expect(code(withdrawn)).toBe("ledger-of-workers");
    expect(code(await ledger.draft(organiser, await itemOf(1)))).toBe("not-found");
    for (const worker of workers.slice(3)) {
      await onLedger.done(worker, "ledger.support", { itemId });
      const { supporters } = must(await ledger.item(director, itemId));
      expect(supporters % 5).toBe(0);
    }
  });

  it("is contested once by its assembly alone: by a decision, or a mandate that is said", async () => {
    const { ana, director, organiser, observer, first, ledger, onLedger } = world;
    const { id: itemId } = must(await ledger.item(director, await itemOf(0))).item;
    await onLedger.done(director, "ledger.answer", { itemId, ...ANSWER });
    const contest = { itemId, reason: "Aucun chiffre n’est donné." };
    const mandate = "L’assemblée nous a chargé·es de suivre chaque réponse.";
    for (const actor of [ana, director, organiser, observer]) {
      const refused = await onLedger.run(actor, "ledger.contest", { ...contest, mandate });
      expect(code(refused)).toBe("not-allowed");
    }
    expect(code(await onLedger.run(first, "ledger.contest", contest))).toBe(
      "ledger-mandate-missing",
    );
    expect(must(await ledger.item(first, itemId)).rights.contest).toBe(true);
    await onLedger.done(first, "ledger.contest", { ...contest, mandate });
    const { moves } = must(await ledger.item(director, itemId));
    expect(moves.at(-1)).toMatchObject({ event: "contested", words: { mandate } });
    const { rows } = await world.pool.query(
      "SELECT actor_id FROM ledger_move WHERE event = 'contested'",
    );
    expect(rows).toEqual([{ actor_id: null }]);
  });
});

describe("the next assembly", () => {
  it("opens with the state of play of the one before, at any day", async () => {
    const { feature, ana } = world;
    const next = await world.addEdition({ previousId: world.edition.id });
    const now = must(await feature.book.previous(ana, next.slug, {}));
    expect(now.previous).toMatchObject({
      slug: world.slug,
      total: { entered: 4, waiting: 4, refused: 1 },
    });
    expect(now.previous!.open.count).toBe(4);
    const before = must(await feature.book.previous(ana, next.slug, { on: "2026-03-01" }));
    expect(before.previous?.total.entered).toBe(0);
    expect(must(await feature.book.previous(ana, world.slug, {})).previous).toBeUndefined();
  });
});

/** The number in the ledger of what became of the n-th proposal. */
async function itemOf(at: number): Promise<string> {
  const { followed } = await world.book();
  return String(followed[world.proposals[at]!]!.number);
}

async function fileOf(
  format: "pdf" | "json" | "csv" | "md",
  asked: Record<string, string> = {},
  language: "fr" | "nl" | "de" | "en" = "fr",
): Promise<Buffer> {
  const { body } = must(await world.feature.book.file(world.slug, asked, { format, language }));
  return Buffer.from(body);
}
