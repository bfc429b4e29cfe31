import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActKind,
  canAct,
  courseOf,
  type CourseAct,
  PLANNED,
  type Seat,
} from "#domain/codev/course.ts";
import { timeOf } from "#domain/codev/course-time.ts";
import { DEFAULT_MINUTES, MINUTES_RANGE, STEPS } from "#domain/codev/steps.ts";

const OPENED: CourseAct = { id: "0", kind: "open", at: 0, by: "lead", step: "opening" };
const MINUTE = 60_000;

const course = (acts: readonly CourseAct[]) => courseOf(acts, DEFAULT_MINUTES);

/** What a facilitator presses, and how long after the one before (s). */
type Press = { kind: ActKind; after: number };

const KINDS = [
  "next",
  "next",
  "back",
  "skip",
  "second",
  "pause",
  "resume",
  "extend",
  "stop",
  "go-on",
] as const;
const presses = (kinds: readonly ActKind[]): fc.Arbitrary<Press[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), after: fc.integer({ min: 1, max: 900 }) }),
    {
      maxLength: 12,
    },
  );

/** The acts of a device without network: what its own course lets it press. */
function alone(by: Seat, pressed: readonly Press[]): CourseAct[] {
  const acts = [OPENED];
  let at = by === "lead" ? 0 : 500;
  for (const [index, { kind, after }] of pressed.entries()) {
    at += after * 1_000;
    const seen = course(acts);
    if (!canAct(seen, kind)) continue;
    const { step, turn } = seen;
    const extension = kind === "extend" ? { minutes: 5, seen: seen.added[step] ?? 0 } : {};
    acts.push({ id: `${by}-${index}`, kind, at, by, step, turn, ...extension });
  }
  return acts;
}

const apart = (kinds: readonly ActKind[]) =>
  fc
    .tuple(presses(kinds), presses(kinds))
    .map(([lead, second]) => [alone("lead", lead), alone("second", second)] as const);

describe("the course of a session", () => {
  it("goes through its steps, each with its own clock", () => {
    expect(PLANNED.phase).toBe("planned");
    const acts: CourseAct[] = [
      OPENED,
      { id: "1", kind: "next", at: 4 * MINUTE, by: "lead", step: "opening" },
      { id: "2", kind: "pause", at: 6 * MINUTE, by: "second", step: "expose" },
      { id: "3", kind: "resume", at: 16 * MINUTE, by: "lead", step: "expose" },
      { id: "4", kind: "extend", at: 17 * MINUTE, by: "lead", step: "expose", minutes: 5, seen: 0 },
    ];
    const now = course(acts);
    expect(now).toMatchObject({ phase: "running", step: "expose", added: { expose: 5 } });
    const given = (DEFAULT_MINUTES.expose + 5) * MINUTE;
    expect(timeOf(now, DEFAULT_MINUTES, 18 * MINUTE)).toEqual({ given, left: given - 4 * MINUTE });
  });

  it("goes back to a step with the time that was left", () => {
    const now = course([
      OPENED,
      { id: "1", kind: "next", at: 4 * MINUTE, by: "lead", step: "opening" },
      { id: "2", kind: "back", at: 5 * MINUTE, by: "lead", step: "expose" },
    ]);
    expect(now.step).toBe("opening");
    expect(timeOf(now, DEFAULT_MINUTES, 5 * MINUTE).left).toBe(11 * MINUTE);
  });

  it("leaves a step once where both left it, and says whose act was set aside", () => {
    const now = course([
      OPENED,
      { id: "b", kind: "next", at: 3 * MINUTE, by: "second", step: "opening" },
      { id: "a", kind: "next", at: 2 * MINUTE, by: "lead", step: "opening" },
    ]);
    expect(now.step).toBe("expose");
    expect(now.since).toBe(2 * MINUTE);
    expect(now.aside).toMatchObject([{ id: "b", by: "second", why: "step-left" }]);
  });

  it("begins a second consultation once, with its whole time", () => {
    const to = (index: number, at: number, by: Seat = "lead"): CourseAct => ({
      ...{ id: `${by}${at}`, kind: "next", at, by, step: STEPS[index] ?? "opening" },
    });
    const acts = [OPENED, ...[0, 1, 2, 3, 4].map((index) => to(index, index + 1))];
    const again: CourseAct = { id: "x", kind: "second", at: 10, by: "lead", step: "synthesis" };
    const now = course([...acts, again, { ...again, id: "y", at: 11, by: "second" }]);
    expect(now).toMatchObject({ step: "expose", turn: 2, since: 10, used: { opening: 1 } });
    expect(now.aside).toMatchObject([{ id: "y", why: "step-left" }]);
    // What was meant for the first consultation moves nothing in the second.
    const late = course([...acts, again, to(1, 12, "second")]);
    expect(late).toMatchObject({ step: "expose", turn: 2 });
    const inSecond = course([...acts, again, { ...to(1, 12), turn: 2 }]);
    expect(inSecond).toMatchObject({ step: "clarification", turn: 2 });
    expect(canAct(now, "back")).toBe(false);
  });

  it("stays stopped where the other went on without knowing", () => {
    const now = course([
      OPENED,
      { id: "a", kind: "stop", at: 2 * MINUTE, by: "lead", step: "opening" },
      { id: "b", kind: "next", at: 3 * MINUTE, by: "second", step: "opening" },
      { id: "c", kind: "resume", at: 4 * MINUTE, by: "second", step: "expose" },
    ]);
    expect(now).toMatchObject({ phase: "stopped", step: "opening" });
    expect(now.aside.map(({ why }) => why)).toEqual(["stopped", "stopped"]);
  });

  it("takes back what was counted by mistake, never below nothing", () => {
    const tag = (kind: ActKind, at: number): CourseAct => ({
      ...{ id: `${at}`, kind, at, by: "lead", step: "consultation", tag: "idea" },
    });
    const pressed = [tag("untag", 1), tag("tag", 2), tag("tag", 3), tag("untag", 4)];
    expect(course([OPENED, ...pressed]).tags).toEqual({ idea: 1 });
    expect(course([...pressed.toReversed(), OPENED]).tags).toEqual({ idea: 1 });
  });

  it("counts who has spoken by step, however often it is marked", () => {
    const mark = { kind: "spoke", by: "lead", step: "opening", personId: "p" } as const;
    const twice: CourseAct[] = [OPENED, { ...mark, id: "1", at: 1 }, { ...mark, id: "2", at: 2 }];
    expect(course(twice).spoken.opening).toEqual(["p"]);
    const undone: CourseAct = { ...mark, kind: "unspoke", id: "3", at: 3 };
    expect(course([...twice, undone]).spoken.opening).toEqual([]);
  });
});

describe("two facilitators who were apart", () => {
  it("agree as soon as both know the same acts, in any order and however often they came", () => {
    fc.assert(
      fc.property(apart(KINDS), fc.infiniteStream(fc.nat()), ([lead, second], chance) => {
        const all = [...lead, ...second, ...second];
        const shuffled = all
          .map((act) => ({ act, place: chance.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ act }) => act);
        expect(course(shuffled)).toEqual(course([...lead, ...second]));
      }),
    );
  });

  it("are in the furthest step that either reached, and no step is passed by unseen", () => {
    fc.assert(
      fc.property(apart(["next", "pause", "resume", "extend"]), ([lead, second]) => {
        const both = course([...lead, ...second]);
        const far = [lead, second].map((acts) => STEPS.indexOf(course(acts).step));
        expect(STEPS.indexOf(both.step)).toBe(Math.max(...far));
        expect(both.skipped).toEqual({});
      }),
    );
  });

  it("get the longer of the times that they added, never both", () => {
    const add = (id: string, by: Seat, at: number, seen: number): CourseAct => ({
      ...{ id, by, at, seen, kind: "extend", minutes: 5, step: "opening" },
    });
    const lead = [add("a", "lead", 1, 0), add("b", "lead", 2, 5)];
    const both = course([OPENED, ...lead, add("c", "second", 3, 0)]);
    expect(both.added).toEqual({ opening: 10 });
    fc.assert(
      fc.property(apart(["extend"]), ([one, other]) => {
        const [added = 0, most] = [
          course([...one, ...other]).added.opening,
          Math.max(...[one, other].map((acts) => course(acts).added.opening ?? 0)),
        ];
        expect(added).toBe(most);
      }),
    );
  });

  it("never lose an emergency stop, and never run a clock twice", () => {
    fc.assert(
      fc.property(apart(KINDS), ([lead, second]) => {
        const acts = [...lead, ...second];
        const now = course(acts);
        const last = (kind: ActKind) =>
          Math.max(-1, ...acts.filter((act) => act.kind === kind).map(({ at }) => at));
        if (last("stop") > last("go-on")) expect(now.phase).toBe("stopped");
        const end = Math.max(...acts.map(({ at }) => at));
        const running = now.since === undefined ? 0 : end - now.since;
        const used = Object.values(now.used).reduce((sum, ms) => sum + ms, 0);
        expect(used + running).toBeLessThanOrEqual(end);
      }),
    );
  });
});

describe("the template", () => {
  it("is about a hundred minutes, within what each step may be", () => {
    const total = Object.values(DEFAULT_MINUTES).reduce((sum, minutes) => sum + minutes, 0);
    expect(total).toBe(100);
    for (const step of STEPS) {
      const { min, max } = MINUTES_RANGE[step];
      expect(DEFAULT_MINUTES[step]).toBeGreaterThanOrEqual(min);
      expect(DEFAULT_MINUTES[step]).toBeLessThanOrEqual(max);
    }
  });
});
