import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../prisma/seed/random.ts";
import { healthOf, type Pulse } from "#domain/smartlab/health.ts";
import { opennessOf, slugOf } from "#domain/smartlab/lab.ts";
import {
  afterEvent,
  eventsOf,
  isOver,
  LAB_EVENTS,
  LAB_STATES,
  type LabState,
} from "#domain/smartlab/life.ts";
import { mayAttend, minutesOf, sumOf } from "#domain/smartlab/meeting.ts";
import { freed, standingFor } from "#domain/smartlab/people.ts";

const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

describe("the life of a lab", () => {
  it("goes from the first interest to what it made", () => {
    let state: LabState = "interest";
    for (const event of ["enough-interest", "open", "met", "pause", "resume", "close"] as const) {
      const next = afterEvent(state, event, { hasMet: true });
      if (!next.ok) throw new Error(`${state} ${event}`);
      state = next.value;
    }
    expect(state).toBe("closed");
  });

  it("allows what it offers and refuses the rest", () => {
    for (const state of LAB_STATES) {
      for (const event of LAB_EVENTS) {
        const answer = code(afterEvent(state, event, { hasMet: false }));
        expect(answer).toBe(eventsOf(state).includes(event) ? "ok" : "wrong-phase");
      }
    }
    expect(LAB_STATES.filter((state) => eventsOf(state).length === 0)).toEqual(
      LAB_STATES.filter(isOver),
    );
  });

  it("comes back from a pause to where it was", () => {
    expect(afterEvent("paused", "resume", { hasMet: false })).toEqual({
      ok: true,
      value: "registration",
    });
  });
});

describe("places", () => {
  it("are interest while it gathers, and are refused while it rests", () => {
    const counts = { joined: 0, waiting: 0 };
    expect(standingFor({ state: "ready" }, counts)).toMatchObject({ value: "interested" });
    expect(code(standingFor({ state: "paused" }, counts))).toBe("lab-not-open");
  });

  it("are never more than there are and never overtake who waits, over random days", () => {
    const random = seededRandom(19);
    for (let day = 0; day < 200; day += 1) {
      const lab = { state: "meeting" as const, capacity: 1 + random.below(9) };
      const queue: string[] = [];
      const inside = new Set<string>();
      for (let act = 0; act < 40; act += 1) {
        const counts = { joined: inside.size, waiting: queue.length };
        if (random.below(3) > 0) {
          const standing = standingFor(lab, counts);
          if (!standing.ok) throw new Error(standing.refusal.code);
          // Nobody has a place at once while somebody waits.
          if (standing.value === "joined") expect(queue).toEqual([]);
          if (standing.value === "joined") inside.add(`${day}/${act}`);
          else queue.push(`${day}/${act}`);
        } else {
          const [leaver] = inside;
          if (leaver) inside.delete(leaver);
          const places = freed(lab, { joined: inside.size, waiting: queue.length });
          for (const next of queue.splice(0, places)) inside.add(next);
        }
        expect(inside.size).toBeLessThanOrEqual(lab.capacity);
        if (queue.length > 0) expect(inside.size).toBe(lab.capacity);
      }
    }
  });

  it("say how open a lab is", () => {
    const of = (state: LabState, joined: number, waiting: number) =>
      opennessOf({ state, capacity: 3 }, { joined, waiting });
    expect(of("interest", 1, 0)).toBe("gathering");
    expect(of("meeting", 2, 0)).toBe("places");
    expect(of("meeting", 3, 0)).toBe("full");
    expect(of("meeting", 2, 1)).toBe("full");
    expect(of("paused", 1, 0)).toBe("resting");
    expect(of("closed", 1, 0)).toBe("over");
    expect(opennessOf({ state: "meeting" }, { joined: 400, waiting: 0 })).toBe("places");
  });
});

describe("health", () => {
  const WEEK = 7 * 86_400_000;
  const now = 100 * WEEK;
  const pulse: Pulse = { state: "meeting", silentWeeks: 8, openedAt: 0, lastMet: now - 9 * WEEK };

  it("asks a lab that was silent for too long, once, and says when nobody answers", () => {
    expect(healthOf(pulse, now)).toBe("silent");
    expect(healthOf({ ...pulse, askedAt: now - WEEK }, now)).toBe("asked");
    expect(healthOf({ ...pulse, askedAt: now - 3 * WEEK }, now)).toBe("unanswered");
    // Asked during the silence before: that was another one.
    expect(healthOf({ ...pulse, askedAt: now - 20 * WEEK }, now)).toBe("silent");
  });

  it("takes a date, an answer or a pause for a sign of life", () => {
    expect(healthOf({ ...pulse, next: now + WEEK }, now)).toBe("well");
    expect(healthOf({ ...pulse, affirmedAt: now - WEEK }, now)).toBe("well");
    expect(healthOf({ ...pulse, state: "paused" }, now)).toBe("well");
    expect(healthOf({ ...pulse, lastMet: now - 7 * WEEK }, now)).toBe("well");
  });
});

describe("meetings", () => {
  const HOUR = 3_600_000;
  const meeting = { startsAt: 10 * HOUR, endsAt: 12 * HOUR };

  it("are attended from half an hour before until a week after", () => {
    expect(code(mayAttend(meeting, 9 * HOUR))).toBe("lab-too-early");
    expect(code(mayAttend(meeting, 9.5 * HOUR))).toBe("ok");
    expect(code(mayAttend(meeting, (12 + 7 * 24) * HOUR))).toBe("ok");
    expect(code(mayAttend(meeting, (13 + 7 * 24) * HOUR))).toBe("session-over");
    expect(code(mayAttend({ ...meeting, cancelled: true }, 11 * HOUR))).toBe("session-cancelled");
  });

  it("count what was noted, or what was planned; hours of persons apart", () => {
    expect(minutesOf(meeting)).toBe(120);
    expect(minutesOf({ ...meeting, minutesSpent: 95 })).toBe(95);
    const one = {
      interested: 30,
      registered: 22,
      met: 20,
      meetings: 5,
      sessionMinutes: 600,
      personMinutes: 9_000,
    };
    expect(sumOf([one, one])).toMatchObject({ met: 40, sessionMinutes: 1_200 });
  });
});

describe("the address of a lab", () => {
  it("says its title in letters, figures and hyphens", () => {
    expect(slugOf("Œuvrer à l’atelier : « été » 2026 !")).toBe("oeuvrer-a-l-atelier-ete-2026");
    expect(slugOf("Straßenkünstler")).toBe("strassenkunstler");
    expect(slugOf("???")).toBe("");
    expect(slugOf("a".repeat(80))).toHaveLength(60);
  });
});
