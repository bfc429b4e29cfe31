import { describe, expect, it } from "vitest";
import { judgeAppeal } from "#domain/live-session/appeal.ts";
import { dueReminder } from "#domain/live-session/owed-answers.ts";
import { exposureStep, personalOrder } from "#domain/live-session/personal-order.ts";
import {
  burstTimes,
  moveRound,
  QUESTION_STAGES,
  takesSupport,
  waitsInSilence,
} from "#domain/live-session/rounds.ts";
import { suppressSmallGroups } from "#domain/live-session/served-groups.ts";
import { wilsonLower } from "#domain/live-session/wilson.ts";

describe("the lower bound of Wilson", () => {
  it.each([
    [30, 50, 0.462],
    [3, 4, 0.301],
    [60, 120, 0.412],
    [9, 10, 0.596],
  ])("%d of %d is %d (V6)", (supports, exposures, bound) => {
    expect(wilsonLower(supports, exposures)).toBeCloseTo(bound, 3);
  });

  it("is nothing for what nobody saw, and never above one", () => {
    expect(wilsonLower(0, 0)).toBe(0);
    expect(wilsonLower(12, 10)).toBeLessThan(1);
  });
});

describe("a round", () => {
  const outcome = (from: (typeof QUESTION_STAGES)[number], to: typeof from) => {
    const moved = moveRound({ stage: from }, { from, to, now: 0 });
    return moved.ok ? moved.value : moved.refusal.code;
  };
  const LEADS = { collect: ["merge", "burst"], merge: ["collect", "burst"], burst: ["shown"] };

  it.each(QUESTION_STAGES)("goes on from %s only where it leads", (from) => {
    const leads: string[] = { ...LEADS, shown: ["collect"] }[from];
    for (const to of QUESTION_STAGES) {
      expect(outcome(from, to)).toBe(leads.includes(to) ? to : "wrong-phase");
    }
  });

  it("tells the second of two chairs that it changed", () => {
    const second = moveRound({ stage: "burst" }, { from: "merge", to: "burst", now: 0 });
    expect(second).toEqual({ ok: false, refusal: { code: "changed-meanwhile" } });
  });

  it("lasts five minutes, or longer where the stream is late", () => {
    expect(burstTimes(1_000)).toEqual({ announcedAt: 1_000, earliestEnd: 61_000, endsAt: 301_000 });
    expect(burstTimes(0, 400_000)).toMatchObject({ earliestEnd: 400_000, endsAt: 400_000 });
  });

  it("does not end before remote people had their minute", () => {
    const round = { stage: "burst", earliestEnd: 90_000 } as const;
    const step = { from: "burst", to: "shown" } as const;
    expect(moveRound(round, { ...step, now: 60_500 })).toEqual({
      ok: false,
      refusal: { code: "not-heard-yet", details: { seconds: 30 } },
    });
    expect(moveRound(round, { ...step, now: 90_000 })).toEqual({ ok: true, value: "shown" });
    const why = { ...step, now: 60_500, reason: "Le flux est coupé" };
    expect(moveRound(round, why)).toEqual({ ok: true, value: "shown" });
  });

  it("hides open questions alone, and takes voices in its burst alone", () => {
    expect(waitsInSilence("two-phase", "open")).toBe(true);
    expect(waitsInSilence("two-phase", "statutory")).toBe(false);
    expect(waitsInSilence("continuous", "open")).toBe(false);
    expect(takesSupport("two-phase", "collect")).toBe(false);
    expect(takesSupport("two-phase", "burst")).toBe(true);
    expect(takesSupport("continuous", "shown")).toBe(true);
  });
});

describe("the order of one person", () => {
  const ids = Array.from({ length: 12 }, (_, at) => ({ id: `q${String(at)}` }));
  const people = Array.from({ length: 4_000 }, (_, at) => `person-${String(at)}`);

  it("is the same at every visit and another for others", () => {
    expect(personalOrder("a", ids)).toEqual(personalOrder("a", [...ids].reverse()));
    expect(personalOrder("a", ids)).not.toEqual(personalOrder("b", ids));
  });

  it("puts every question on top as often as any other", () => {
    const tops = people.map((person) => personalOrder(person, ids)[0]?.id);
    for (const { id } of ids) {
      const share = tops.filter((top) => top === id).length / people.length;
      expect(Math.abs(share - 1 / ids.length)).toBeLessThan(0.02);
    }
  });

  it("puts what fewer have seen rather on top", () => {
    const pair = [
      { id: "old", exposed: 3 },
      { id: "new", exposed: 0 },
    ];
    const first = people.filter((person) => personalOrder(person, pair)[0]?.id === "new").length;
    expect(Math.abs(first / people.length - 8 / 9)).toBeLessThan(0.03);
    expect([0, 1, 2, 3, 14, 15].map(exposureStep)).toEqual([0, 1, 1, 2, 3, 4]);
  });
});

describe("an appeal", () => {
  const judge = {
    personId: "judge",
    grants: [{ role: "scrutineer", body: "cooperative" }],
  } as const;

  it.each([
    ["had a hand in it", { hands: ["someone", "judge"] }],
    ["asked it", { authorId: "judge", hands: [] }],
  ])("is not judged by whoever %s", (_, question) => {
    expect(judgeAppeal(judge, question)).toMatchObject({ refusal: { code: "not-impartial" } });
  });

  it.each(["director", "support_staff"] as const)("is not judged by a %s", (role) => {
    const addressee = { personId: "judge", grants: [{ role, body: "board" } as const] };
    expect(judgeAppeal(addressee, { hands: [] }).ok).toBe(false);
  });

  it("is judged by anybody else", () => {
    expect(judgeAppeal(judge, { authorId: "asker", hands: ["moderator"] }).ok).toBe(true);
  });
});

describe("reminders of owed answers", () => {
  const DAY = 86_400_000;
  const at = (days: number, ...sent: number[]) => dueReminder({ owedAt: 0, sent }, days * DAY);

  it("are due after 7, 21 and 28 days, once each, and never several at once", () => {
    expect(at(6.9)).toBeUndefined();
    expect(at(7)).toBe(7);
    expect(at(20, 7)).toBeUndefined();
    expect(at(21, 7)).toBe(21);
    expect(at(40)).toBe(28);
    expect(at(40, 28)).toBeUndefined();
    expect(at(40, 7, 21)).toBe(28);
  });
});

describe("groups of questions", () => {
  const group = (received: number) => ({ asked: 1, received });

  it("are left out below five, with the next smallest where the total would tell", () => {
    expect(suppressSmallGroups({ fr: group(20), nl: group(9), de: group(2) })).toEqual([
      { key: "fr", asked: 1, received: 20 },
    ]);
    expect(
      suppressSmallGroups({ fr: group(20), de: group(4), en: group(3) }).map(({ key }) => key),
    ).toEqual(["fr"]);
    expect(suppressSmallGroups({ fr: group(6), nl: group(5) })).toHaveLength(2);
  });
});
