import { describe, expect, it } from "vitest";
import { code } from "../live-session/session.ts";
import { DAY, HOUR, useRoundWorld } from "./round-world.ts";

const world = useRoundWorld();
const { clock, member, run, propose, pageOf, openLab, noticesOf, plan, PROPOSAL } = world;

describe("from a proposal to its opening", () => {
  it("similar ones are shown before it is sent, within the language", async () => {
    const text = {
      title: "Étiquetage des bijoux artisanaux en magasin",
      makes: "Un guide de présentation des bijoux artisanaux en magasin",
    };
    await propose(member(5), text);
    const again = { ...PROPOSAL, ...text, seenSimilar: "" };
    const asked = await run(member(6), "smartlab.propose", again);
    expect(asked).toMatchObject({ ok: true, value: { similar: [{ title: text.title }] } });
    const inDutch = await run(member(6), "smartlab.propose", { ...again, language: "nl" });
    expect(inDutch).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/-2$/) } });
  });

  it("says honestly who had the idea", async () => {
    const claimed = { ...PROPOSAL, title: "X", makes: "Y", origin: "cooperative" };
    expect(code(await run(member(1), "smartlab.propose", claimed))).toBe("not-allowed");
    expect(code(await run(world.support, "smartlab.propose", claimed))).toBe("ok");
  });

  it("waits for enough interest, then for somebody of the support team", async () => {
    const slug = await propose(member(0));
    const { id: labId } = (await pageOf(slug)).lab;
    expect(code(await run(world.support, "smartlab.open", { labId }))).toBe("wrong-phase");
    for (const index of [1, 2, 3]) await run(member(index), "smartlab.join", { labId });
    expect((await pageOf(slug)).lab.state).toBe("interest");
    await run(member(4), "smartlab.join", { labId });
    expect((await pageOf(slug)).lab).toMatchObject({ state: "ready", interested: 5 });
    expect(await noticesOf(world.support, labId)).toEqual(["lab-ready"]);

    await run(member(4), "smartlab.leave", { labId });
    expect((await pageOf(slug)).lab.state).toBe("interest");
    await run(member(4), "smartlab.join", { labId });

    expect(code(await run(member(0), "smartlab.open", { labId }))).toBe("not-allowed");
    expect(code(await run(world.support, "smartlab.open", { labId }))).toBe("ok");
    const { lab } = await pageOf(slug);
    // Interest is no place: each takes theirs or lets it go by.
    expect(lab).toMatchObject({ state: "registration", joined: 1 });
    expect(await noticesOf(member(1), labId)).toEqual(["lab-open"]);
    expect(code(await run(member(2), "smartlab.not-now", { labId }))).toBe("ok");
    expect((await pageOf(slug, member(2))).lab.mine?.standing).toBe("not-now");
  });

  it("tells those who looked for one like it, once", async () => {
    await run(member(7), "smartlab.add-alert", { theme: "crafts", city: "liège" });
    await run(member(7), "smartlab.add-alert", { theme: "", language: "fr" });
    await run(member(8), "smartlab.add-alert", { theme: "arts" });
    const { labId } = await openLab();
    expect(await noticesOf(member(7), labId)).toEqual(["lab-found"]);
    expect(await noticesOf(member(8), labId)).toEqual([]);
  });
});

describe("places", () => {
  it("a double press joins once; a full lab puts one on the list, which moves up", async () => {
    const { slug, labId } = await openLab({ capacity: "3" });
    const twice = await Promise.all([1, 1].map((i) => run(member(i), "smartlab.join", { labId })));
    expect(twice.map((answer) => answer.ok && answer.value)).toEqual([
      { standing: "joined" },
      { standing: "joined" },
    ]);
    await run(member(2), "smartlab.join", { labId });
    expect(await run(member(3), "smartlab.join", { labId })).toMatchObject({
      value: { standing: "waiting" },
    });
    await run(member(4), "smartlab.join", { labId });
    expect((await pageOf(slug, member(4))).lab.mine).toMatchObject({ rank: 2 });

    expect(code(await run(member(1), "smartlab.leave", { labId }))).toBe("ok");
    expect((await pageOf(slug, member(3))).lab.mine?.standing).toBe("joined");
    expect((await pageOf(slug, member(4))).lab.mine).toMatchObject({ rank: 1 });
    expect(await noticesOf(member(3), labId)).toContain("lab-place-freed");
  });

  it("are never more than there are, however many ask at once", async () => {
    const { slug, labId } = await openLab({ capacity: "4" });
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => run(member(i + 1), "smartlab.join", { labId })),
    );
    expect((await pageOf(slug)).lab).toMatchObject({ joined: 4, waiting: 9 });
  });

  it("who carries it hands over before leaving", async () => {
    const { labId } = await openLab();
    await run(member(1), "smartlab.join", { labId });
    expect(code(await run(member(0), "smartlab.leave", { labId }))).toBe("lab-hand-over-first");
    const { personId } = member(1);
    expect(code(await run(member(0), "smartlab.hand-over", { labId, personId }))).toBe("ok");
    expect(code(await run(member(0), "smartlab.leave", { labId }))).toBe("ok");
    expect(await noticesOf(member(1), labId)).toContain("lab-handed-over");
  });

  it("who is around it and where it meets online is for its people", async () => {
    const { slug, labId } = await openLab();
    await plan(labId, clock.at + DAY);
    const outside = await pageOf(slug, member(9));
    expect(outside.members).toBeUndefined();
    expect(JSON.stringify(outside)).not.toContain("meet.example");
    expect(JSON.stringify(outside)).not.toContain(member(0).personId);
    const inside = await pageOf(slug, member(0));
    expect(inside.members).toHaveLength(2);
    expect(inside.meetings[0]?.onlineLink).toBe("https://meet.example/lab");
  });
});

describe("meetings", () => {
  it("are attended in one press, which counts once; hours of persons are apart", async () => {
    const { slug, labId } = await openLab();
    await run(member(1), "smartlab.join", { labId });
    const startsAt = Math.ceil(clock.at / HOUR) * HOUR + DAY;
    const meetingId = await plan(labId, startsAt);
    expect(code(await run(member(1), "smartlab.attend", { meetingId }))).toBe("lab-too-early");
    await run(member(1), "smartlab.answer", { meetingId });
    expect((await pageOf(slug, member(1))).meetings[0]?.mine).toBe("not-this-time");

    clock.at = startsAt + HOUR;
    await run(member(1), "smartlab.attend", { meetingId });
    await run(member(1), "smartlab.attend", { meetingId });
    const { personId } = world.support;
    await run(member(0), "smartlab.mark", { meetingId, personId, present: "true" });
    await run(member(0), "smartlab.attend", { meetingId });
    expect(code(await run(member(2), "smartlab.attend", { meetingId }))).toBe("not-allowed");
    await run(member(0), "smartlab.report-meeting", { meetingId, minutesSpent: "90", gist: "Oui" });
    const { lab, funnel } = await pageOf(slug);
    expect(lab.state).toBe("meeting");
    // Five were interested, two have a place; of three who were there one is of the support team.
    expect(funnel).toEqual({
      interested: 5,
      registered: 2,
      met: 2,
      meetings: 1,
      sessionMinutes: 90,
      personMinutes: 180,
    });
  });

  it("are recalled once, but not to who will not come", async () => {
    const { labId } = await openLab();
    await run(member(1), "smartlab.join", { labId });
    const meetingId = await plan(labId, clock.at + 20 * HOUR);
    await run(member(1), "smartlab.answer", { meetingId });
    await world.labs.remindOfMeetings();
    await world.labs.remindOfMeetings();
    const reminders = (kinds: string[]) => kinds.filter((kind) => kind === "lab-meeting-tomorrow");
    expect(reminders(await noticesOf(member(0), labId))).toHaveLength(1);
    expect(reminders(await noticesOf(member(1), labId))).toHaveLength(0);
  });
});

describe("its end", () => {
  it("is asked for after a silence, and answered", async () => {
    const { slug, labId } = await openLab();
    clock.at += 9 * 7 * DAY;
    await world.labs.tend();
    await world.labs.tend();
    const asked = (await noticesOf(member(0), labId)).filter((kind) => kind === "lab-silent");
    expect(asked).toHaveLength(1);
    expect((await pageOf(slug, member(0))).health?.state).toBe("asked");
    clock.at += 3 * 7 * DAY;
    await world.labs.tend();
    expect(await noticesOf(world.support, labId)).toContain("lab-unanswered");
    expect(code(await run(member(0), "smartlab.affirm", { labId }))).toBe("ok");
    expect((await pageOf(slug, member(0))).health?.state).toBe("well");
  });

  it("says what it made and who goes on, and nothing moves after it", async () => {
    const { slug, labId } = await openLab();
    const made = { labId, outcome: "Un guide", made: "Douze pages.", handOff: "board" };
    expect(code(await run(member(1), "smartlab.close", made))).toBe("not-allowed");
    expect(code(await run(member(0), "smartlab.close", made))).toBe("ok");
    expect((await pageOf(slug)).lab).toMatchObject({
      state: "closed",
      outcome: { outcome: "Un guide", handOff: "board" },
    });
    expect(await noticesOf(member(1), labId)).toContain("lab-closed");
    expect(code(await run(member(5), "smartlab.join", { labId }))).toBe("lab-not-open");
    expect(
      code(await run(member(0), "smartlab.pause", { labId, until: "2099-01-01", reason: "x" })),
    ).toBe("wrong-phase");
  });
});

describe("finding", () => {
  it("goes by theme, city, openness and words without accents", async () => {
    const { slug } = await openLab({
      title: "Œuvres à la carte d’été",
      city: "Mons",
      theme: "arts",
    });
    const found = async (asked: Record<string, string>) => {
      const { labs: cards } = await world.labs.find(member(3), asked);
      return cards.some((card) => card.slug === slug);
    };
    expect(await found({ theme: "arts", city: "mons", openness: "places", language: "fr" })).toBe(
      true,
    );
    expect(await found({ words: "carte ete" })).toBe(true);
    expect(await found({ theme: "crafts" })).toBe(false);
    expect(await found({ openness: "full" })).toBe(false);
    // What makes no sense asks for nothing.
    expect(await found({ theme: "'; --", page: "-1" })).toBe(true);
  });

  it("shows all of them to those who answer for them, and to nobody else", async () => {
    expect(code(await world.labs.overview(member(1)))).toBe("not-allowed");
    const all = await world.labs.overview(world.support);
    if (!all.ok) throw new Error(all.refusal.code);
    expect(all.value.total.met).toBeGreaterThanOrEqual(2);
    expect(all.value.persons.met).toBeLessThanOrEqual(all.value.total.met);
    expect(JSON.stringify(all.value)).not.toContain(member(1).personId);
  });
});
