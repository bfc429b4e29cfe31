import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { enterItem } from "#server/features/ledger/enter.ts";
import { inTransaction } from "#server/platform/database.ts";
import { code } from "../live-session/session.ts";
import { useRoundWorld } from "./round-world.ts";

const world = useRoundWorld();
const { member, run, propose, pageOf, readyLab, openLab, noticesOf } = world;

const MADE = { outcome: "Un guide", made: "Douze pages.", handOffNote: "Pour juin" };

async function outcomeOf(slug: string) {
  return (await pageOf(slug)).lab.outcome;
}

async function ledgerKinds({ personId }: PersonActor): Promise<string[]> {
  const { rows } = await world.session.pool.query<{ kind: string }>(
    "SELECT kind FROM notice WHERE person_id = $1 AND kind LIKE 'ledger-%'",
    [personId],
  );
  return rows.map(({ kind }) => kind);
}

describe("who goes along", () => {
  it("is somebody of the support team, chosen when it opens, who hears of it", async () => {
    const { slug, labId } = await readyLab();
    const { support, colleague } = world;
    const nobody = { labId, personId: member(5).personId };
    expect(code(await run(support, "smartlab.open", nobody))).toBe("not-found");
    expect((await pageOf(slug)).lab.state).toBe("ready");
    const { team } = await pageOf(slug, support);
    expect(team?.map(({ personId }) => personId)).toEqual([colleague.personId]);
    const { personId } = colleague;
    expect(code(await run(support, "smartlab.open", { labId, personId }))).toBe("ok");
    expect((await pageOf(slug, colleague)).lab.mine?.role).toBe("co-facilitator");
    expect((await pageOf(slug, support)).rights.inside).toBe(false);
    expect(await noticesOf(colleague, labId)).toContain("lab-accompany");
    // It takes no place, and is shown to nobody but the support team.
    expect((await pageOf(slug)).lab).toMatchObject({ joined: 1, accompanied: true });
    expect((await pageOf(slug)).team).toBeUndefined();
  });

  it("changes, and who went along leaves without being counted", async () => {
    const { slug, labId } = await openLab();
    const { personId } = world.colleague;
    expect(code(await run(member(0), "smartlab.accompany", { labId, personId }))).toBe(
      "not-allowed",
    );
    const { funnel: before } = await pageOf(slug);
    expect(code(await run(world.support, "smartlab.accompany", { labId, personId }))).toBe("ok");
    expect((await pageOf(slug, world.support)).rights.inside).toBe(false);
    expect((await pageOf(slug, world.colleague)).rights.lead).toBe(true);
    await run(world.colleague, "smartlab.leave", { labId });
    const after = await pageOf(slug);
    expect(after.lab.accompanied).toBe(false);
    expect(after.funnel).toEqual(before);
  });

  it("is never who carries it", async () => {
    const slug = await propose(world.support);
    const { id: labId } = (await pageOf(slug)).lab;
    for (const index of [1, 2, 3, 4]) await run(member(index), "smartlab.join", { labId });
    expect(code(await run(world.support, "smartlab.open", { labId }))).toBe("lab-carried-by-them");
    expect((await pageOf(slug)).lab.state).toBe("ready");
    const { personId } = world.colleague;
    expect(code(await run(world.support, "smartlab.open", { labId, personId }))).toBe("ok");
  });
});

describe("how many it takes", () => {
  it("is set when the call opens, by those who may", async () => {
    const slug = await propose(world.support, { threshold: "3" });
    expect((await pageOf(slug)).lab.threshold).toBe(3);
    const text = { ...world.PROPOSAL, title: "Un autre", makes: "X", threshold: "2" };
    expect(code(await run(member(0), "smartlab.propose", text))).toBe("not-allowed");
  });

  it("can change while it gathers, with a reason that its page says", async () => {
    const { slug, labId } = await readyLab();
    const more = { labId, threshold: "8", reason: "La salle est grande" };
    expect(code(await run(member(0), "smartlab.set-threshold", more))).toBe("not-allowed");
    expect(code(await run(world.support, "smartlab.set-threshold", more))).toBe("ok");
    const page = await pageOf(slug);
    expect(page.lab).toMatchObject({ state: "interest", threshold: 8 });
    expect(page.moves.find(({ event }) => event === "threshold")?.reason).toBe(
      "8 (La salle est grande)",
    );
    await run(world.support, "smartlab.set-threshold", { ...more, threshold: "5" });
    expect((await pageOf(slug)).lab.state).toBe("ready");
    await run(world.support, "smartlab.open", { labId });
    expect(code(await run(world.support, "smartlab.set-threshold", more))).toBe("wrong-phase");
  });
});

describe("what a lab hands on", () => {
  it("to another lab is answered by those who lead it, with a reason", async () => {
    const from = await openLab();
    const to = await openLab();
    const close = { labId: from.labId, ...MADE, handOff: "lab" };
    const nowhere = { ...close, handOffLab: "nulle-part" };
    expect(code(await run(member(0), "smartlab.close", nowhere))).toBe("lab-not-open");
    expect((await pageOf(from.slug)).lab.state).toBe("registration");
    const there = { ...close, handOffLab: `https://palabre.example/smartlab/${to.slug}?x=1` };
    expect(code(await run(member(0), "smartlab.close", there))).toBe("ok");
    expect((await outcomeOf(from.slug))?.handOffLab).toMatchObject({ state: "asked" });
    expect(await noticesOf(world.support, to.labId)).toContain("lab-asked-to-go-on");
    expect((await pageOf(to.slug, member(0))).requests).toMatchObject([{ outcome: "Un guide" }]);
    expect((await pageOf(to.slug)).requests).toBeUndefined();

    const no = { labId: to.labId, fromLabId: from.labId };
    expect(code(await run(member(5), "smartlab.answer-hand-off", no))).toBe("not-allowed");
    expect(code(await run(member(0), "smartlab.answer-hand-off", no))).toBe("reason-required");
    const why = { ...no, reason: "Nous sommes trois" };
    expect(code(await run(member(0), "smartlab.answer-hand-off", why))).toBe("ok");
    expect(code(await run(member(0), "smartlab.answer-hand-off", why))).toBe("not-found");
    expect((await outcomeOf(from.slug))?.handOffLab).toMatchObject({
      state: "declined",
      reason: "Nous sommes trois",
    });
    expect(await noticesOf(world.support, from.labId)).toContain("lab-not-taken-up");

    const again = { labId: from.labId, handOff: "lab", handOffLab: to.slug };
    expect(code(await run(member(5), "smartlab.hand-off", again))).toBe("not-allowed");
    expect(code(await run(member(0), "smartlab.hand-off", again))).toBe("ok");
    expect(code(await run(member(0), "smartlab.hand-off", again))).toBe("lab-handed-on");
    await run(member(0), "smartlab.answer-hand-off", { ...no, accept: "true" });
    const { lab } = await pageOf(to.slug);
    expect(lab.continues).toMatchObject([{ slug: from.slug }]);
    expect((await pageOf(from.slug)).moves[0]?.event).toBe("taken-up");
  });

  it("to the board is entered in the ledger, where it is answered", async () => {
    const { slug, labId } = await openLab();
    await run(member(1), "smartlab.join", { labId });
    const close = { labId, ...MADE, handOff: "board" };
    expect(code(await run(member(0), "smartlab.close", close))).toBe("ok");
    const entered = (await outcomeOf(slug))?.ledger;
    expect(entered).toMatchObject({ state: "waiting", outcome: "" });
    const { rows } = await world.session.pool.query<object>(
      `SELECT i.addressee, i.title, i.text, (SELECT count(*)::int FROM ledger_person p
         WHERE p.item_id = i.id AND p.role = 'author' AND NOT p.listed) AS authors
       FROM ledger_item i WHERE i.number = $1`,
      [entered?.number],
    );
    expect(rows).toEqual([
      { addressee: "board", title: "Un guide", text: "Douze pages.\n\nPour juin", authors: 3 },
    ]);
    const again = { labId, handOff: "advocacy" };
    expect(code(await run(member(0), "smartlab.hand-off", again))).toBe("lab-handed-on");
  });
});

describe("what a lab takes up", () => {
  it("is linked both ways, and its origin is a recommendation", async () => {
    const { platform } = world.session;
    const author = member(7);
    const itemId = await inTransaction(platform.pool, (client) =>
      enterItem(platform, client, {
        kind: "recommendation",
        origin: { feature: "ledger", id: randomUUID() },
        addressee: "board",
        language: "fr",
        title: "Des ateliers partagés",
        text: "Ouvrir des ateliers dans chaque ville.",
        authors: [author.personId],
      }),
    );
    expect(await world.labs.origin(itemId)).toMatchObject({ title: "Des ateliers partagés" });
    const slug = await propose(member(8), { fromItem: itemId, origin: "member" });
    const { lab } = await pageOf(slug);
    expect(lab).toMatchObject({
      origin: "recommendation",
      fromItem: { title: "Des ateliers partagés" },
    });
    expect(await ledgerKinds(author)).toContain("ledger-taken-up");
    const { rows } = await platform.pool.query("SELECT lab_id FROM ledger_lab WHERE item_id = $1", [
      itemId,
    ]);
    expect(rows).toEqual([{ lab_id: lab.id }]);
    const unknown = { ...world.PROPOSAL, title: "Y", makes: "Y", fromItem: randomUUID() };
    expect(code(await run(member(8), "smartlab.propose", unknown))).toBe("not-found");
  });
});
