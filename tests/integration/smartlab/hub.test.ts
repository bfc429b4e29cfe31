import { describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels, addDays } from "#domain/kernel/day.ts";
import type { HubEntry } from "#wire/smartlab-pages.ts";
import { code } from "../live-session/session.ts";
import { DAY, useRoundWorld } from "./round-world.ts";

const world = useRoundWorld();
const { clock, member, run, openLab } = world;

const today = () => dayInBrussels(new Date(clock.at));

async function makeHub(title: string) {
  const made = await run(world.support, "smartlab.make-hub", { language: "fr", title });
  const { slug } = (made as { value: { slug: string } }).value;
  const page = async () => {
    const found = await world.labs.hub(world.support, slug);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const hubId = (await page()).hub.id;
  const entry = { hubId, kind: "answer", day: today(), language: "fr", title: "Oui ?" };
  return { page, hubId, entry };
}

/** What somebody was told of an entry, and whether it is done. */
async function toldOf({ personId }: PersonActor, { id }: HubEntry) {
  const { rows } = await world.session.pool.query<{ kind: string; settled: boolean }>(
    `SELECT kind, settled_at IS NOT NULL AS settled FROM notice
     WHERE person_id = $1 AND key LIKE '%:' || $2 || ':%' ORDER BY created_at`,
    [personId, id],
  );
  return rows.map(({ kind, settled }) => `${kind}${settled ? " done" : ""}`);
}

describe("a hub", () => {
  it("holds answers that somebody else checked, until a day, and what takes their place", async () => {
    const { page, entry } = await makeHub("Chômage");
    expect(code(await run(member(0), "smartlab.add-entry", entry))).toBe("not-allowed");
    await run(world.support, "smartlab.add-entry", entry);
    const old = (await page()).entries[0]!;
    expect(old.answer).toBe("unchecked");
    const review = { entryId: old.id, reviewer: "juriste", validUntil: "2099-01-01" };
    expect(code(await run(world.support, "smartlab.review-entry", review))).toBe("lab-own-answer");
    const { organiser } = world.session.bureau;
    expect(code(await run(organiser, "smartlab.review-entry", review))).toBe("ok");
    expect((await page()).entries[0]).toMatchObject({
      review: { reviewer: "juriste" },
      answer: "holds",
    });
    await run(world.support, "smartlab.add-entry", { ...entry, title: "Non", replaces: old.id });
    const found = (await page()).entries.find(({ id }) => id === old.id);
    expect(found?.answer).toBe("replaced");
    expect(found?.replacedBy).toBeDefined();
  });

  it("says before and after an answer's last day that it is to be checked, once each", async () => {
    const { page, hubId, entry } = await makeHub("Maladie");
    const { labId } = await openLab();
    await run(world.support, "smartlab.link-hub", { labId, hubId });
    await run(member(0), "smartlab.add-entry", { ...entry, labId });
    const answer = (await page()).entries[0]!;
    const entryId = answer.id;
    const validUntil = addDays(today(), 30);
    const review = { entryId, reviewer: "juriste", validUntil };
    expect(code(await run(world.colleague, "smartlab.review-entry", review))).toBe("ok");
    await world.labs.remindOfAnswers();
    expect(await toldOf(world.colleague, answer)).toEqual([]);

    clock.at += 20 * DAY;
    await world.labs.remindOfAnswers();
    await world.labs.remindOfAnswers();
    expect((await page()).entries[0]?.answer).toBe("ending");
    // Who checked it and who writes there; nobody else of the team.
    expect(await toldOf(world.colleague, answer)).toEqual(["lab-answer-ending"]);
    expect(await toldOf(member(0), answer)).toEqual(["lab-answer-ending"]);
    expect(await toldOf(world.session.bureau.organiser, answer)).toEqual([]);

    clock.at += 11 * DAY;
    await world.labs.remindOfAnswers();
    expect((await page()).entries[0]?.answer).toBe("expired");
    expect(await toldOf(world.colleague, answer)).toContain("lab-answer-expired");

    const again = { ...review, validUntil: addDays(today(), 90) };
    await run(world.colleague, "smartlab.review-entry", again);
    expect((await page()).entries[0]?.answer).toBe("holds");
    expect(await toldOf(member(0), answer)).toContain("lab-answer-expired done");
  });
});
