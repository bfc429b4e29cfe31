import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { actorOf, code } from "../live-session/session.ts";
import { must } from "../surveys/campaign.ts";
import { type BookWorld, createBookWorld } from "./book-world.ts";

const REASON = "Aucun chiffre n’est donné.";
const HOUR_MS = 3_600_000;

let world: BookWorld;
/** Of the items that became of the four proposals. */
let items: string[];
beforeAll(async () => {
  world = await createBookWorld();
  await world.publish();
  await world.done(world.first, "workers-book.transmit", { slug: world.slug });
  const { followed } = await world.book();
  const found = world.proposals.map((id) =>
    world.ledger.item(world.ana, String(followed[id]!.number)),
  );
  items = (await Promise.all(found)).map((item) => must(item).item.id);
});
afterAll(() => world.close());

type Vote = {
  assemblyId?: string;
  outcome?: "adopted" | "rejected";
  phase?: "open" | "counted" | "published";
  rehearsal?: boolean;
  annulled?: boolean;
  /** Hours after now. */
  closed?: number;
};

/** A resolution that an assembly took: adopted and published, but for what is said otherwise. */
async function decided(vote: Vote = {}): Promise<string> {
  const { assemblyId = world.assemblyId, outcome = "adopted", phase = "published" } = vote;
  const { rehearsal = false, annulled = false, closed = 1 } = vote;
  const id = randomUUID();
  const at = new Date(world.at.now.getTime() + closed * HOUR_MS);
  await world.pool.query(
    `INSERT INTO decision (id, assembly_id, phase, texts, legal_basis, method, rule, ballot_kind,
       profile_version, rehearsal, closed_at, annulled_at, annul_reason,
       counted_at, published_at)
     VALUES ($1, $2, $3, '{"fr":{"title":"Contester la réponse","text":""}}', '', 'resolution', '{}',
       'named', 'test', $4, $5, CASE WHEN $6 THEN $5::timestamptz END,
       CASE WHEN $6 THEN 'Une erreur' ELSE '' END, $5, $5)`,
    [id, assemblyId, phase, rehearsal, at, annulled],
  );
  await world.pool.query(
    "INSERT INTO tally (decision_id, report, ballots_hash, counted_at) VALUES ($1, $2, '', $3)",
    [id, { method: "resolution", outcome }, at],
  );
  return id;
}

const contest = (itemId: string, decisionId: string, actor = world.first) =>
  world.onLedger.run(actor, "ledger.contest", { itemId, reason: REASON, decisionId });
const answer = (itemId: string) =>
  world.onLedger.done(world.director, "ledger.answer", {
    ...{ itemId, outcome: "refused", reason: "Trop cher." },
  });
const offered = async (itemId: string, actor = world.first) =>
  must(await world.ledger.item(actor, itemId)).decisions?.map(({ id }) => id);
const standing = async (itemId: string) => {
  const { item, moves } = must(await world.ledger.item(world.ana, itemId));
  return { state: item.state, events: moves.map(({ event }) => event) };
};

describe("an answer that a decision of the workers' assembly contests", () => {
  beforeAll(() => Promise.all(items.slice(0, 3).map(answer)));
  let fit: string;
  beforeEach(async () => {
    fit = await decided();
  });

  it.each<[string, () => Promise<string>]>([
    ["that was rejected", () => decided({ outcome: "rejected" })],
    ["that is counted and not published", () => decided({ phase: "counted" })],
    ["that is being voted on", () => decided({ phase: "open" })],
    ["that was rehearsed", () => decided({ rehearsal: true })],
    ["that was annulled", () => decided({ annulled: true })],
    ["that was taken before the answer", () => decided({ closed: -1 })],
    ["of an assembly of another campaign", async () => decided({ assemblyId: await anotherOne() })],
    ["that there is none of", () => Promise.resolve(randomUUID())],
  ])("is not contested by one %s, which is not offered either", async (_, taken) => {
    const decisionId = await taken();
    expect(code(await contest(items[0]!, decisionId))).toBe("ledger-decision-unfit");
    expect(await offered(items[0]!)).not.toContain(decisionId);
    expect(await offered(items[0]!)).toContain(fit);
    expect(await standing(items[0]!)).toEqual({
      state: "answered",
      events: ["entered", "answered"],
    });
  });

  it("is contested by who coordinates the assembly alone, who are offered its decisions alone", async () => {
    const { ana, director, organiser, adviser, observer, workers, pool } = world;
    const chair = workers[5]!;
    const registerNo = await world.registerNo(chair);
    await world.done(world.first, "workers-organise.name", {
      ...{ slug: world.slug, registerNo, office: "chair" },
    });
    const presiding = await actorOf(pool, chair.personId);
    for (const actor of [ana, director, organiser, adviser, observer, presiding]) {
      expect(code(await contest(items[0]!, fit, actor))).toBe("not-allowed");
      expect(await offered(items[0]!, actor)).toBeUndefined();
    }
    expect((await standing(items[0]!)).state).toBe("answered");
  });

  it("waits for a second answer; the decision and its day are told, who carried it is not", async () => {
    expect(code(await contest(items[0]!, fit))).toBe("ok");
    const { item, moves } = must(await world.ledger.item(world.director, items[0]!));
    expect(item.state).toBe("waiting");
    expect(moves.at(-1)).toMatchObject({
      event: "contested",
      words: { reason: REASON, decision: "Contester la réponse", decidedOn: "2026-03-02" },
    });
    const { rows } = await world.pool.query<{ said: string }>(
      "SELECT to_jsonb(m)::text AS said FROM ledger_move m WHERE event = 'contested'",
    );
    for (const { said } of rows) expect(said).not.toContain(world.first.personId);
    expect(await world.toldTo(world.director)).toContain("ledger-contested");
  });

  it("is contested once, by whatever decision, even after a second answer", async () => {
    expect(code(await contest(items[0]!, fit))).toBe("ledger-contested-once");
    await answer(items[0]!);
    const later = await decided({ closed: 2 });
    expect(code(await contest(items[0]!, later))).toBe("ledger-contested-once");
    expect(await offered(items[0]!)).toBeUndefined();
  });

  it("has a decision of its own: one carries a single contest, of two that come together", async () => {
    const both = await Promise.all([contest(items[1]!, fit), contest(items[2]!, fit)]);
    expect(both.map(code).sort()).toEqual(["ledger-decision-unfit", "ok"]);
    const left = both[0].ok ? items[2]! : items[1]!;
    expect(await offered(left)).not.toContain(fit);
    const other = await decided({ closed: 2 });
    expect(code(await contest(left, other, world.second))).toBe("ok");
  });

  it("has to be answered first", async () => {
    expect(await offered(items[3]!)).toBeUndefined();
    expect(code(await contest(items[3]!, fit))).toBe("ledger-decision-unfit");
    const mandate = "L’assemblée nous en a chargé·es.";
    const early = { itemId: items[3]!, reason: REASON, mandate };
    expect(code(await world.onLedger.run(world.first, "ledger.contest", early))).toBe(
      "wrong-phase",
    );
  });

  it("is no longer contested by a coordinator who came to the employer's side", async () => {
    await answer(items[3]!);
    const late = await decided({ closed: 2 });
    await grantRole(world.pool, world.second.personId, "director");
    const crossed: PersonActor = await actorOf(world.pool, world.second.personId);
    expect(code(await contest(items[3]!, late, crossed))).toBe("not-allowed");
    expect(await offered(items[3]!, crossed)).toBeUndefined();
    expect(code(await contest(items[3]!, late))).toBe("ok");
  });
});

/** An assembly of workers that belongs to another campaign. */
async function anotherOne(): Promise<string> {
  const { pool, edition } = world;
  const id = randomUUID();
  const [slug, campaign] = [`autre-${id.slice(0, 8)}`, randomUUID()];
  await pool.query(
    `INSERT INTO campaign SELECT (jsonb_populate_record(c, $1::jsonb)).* FROM campaign c
     WHERE c.id = (SELECT campaign_id FROM workers_assembly WHERE id = $2)`,
    [JSON.stringify({ id: campaign, slug }), edition.id],
  );
  const assembly = `${id.slice(0, 14)}8a55${id.slice(18)}`;
  await pool.query(
    `INSERT INTO assembly SELECT (jsonb_populate_record(a, $1::jsonb)).* FROM assembly a
     WHERE a.id = $2`,
    [JSON.stringify({ id: assembly, slug }), world.assemblyId],
  );
  await pool.query(
    `INSERT INTO workers_assembly SELECT (jsonb_populate_record(w, $1::jsonb)).*
     FROM workers_assembly w WHERE w.id = $2`,
    [JSON.stringify({ id, slug, campaign_id: campaign, assembly_id: assembly }), edition.id],
  );
  return assembly;
}
