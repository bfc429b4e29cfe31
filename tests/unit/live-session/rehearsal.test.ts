import { describe, expect, it } from "vitest";
import {
  lengthsFor,
  percentilesOf,
  planMember,
  totalLength,
} from "#domain/live-session/rehearsal.ts";
import { seededRandom } from "#server/platform/random.ts";
import { LightSocket } from "#server/rehearsal/light-socket.ts";
import { assertLoopback } from "#server/rehearsal/loopback.ts";

describe("invented members", () => {
  const lengths = lengthsFor(3_000, 3);
  const random = seededRandom(5);
  const plans = Array.from({ length: 3_000 }, () => planMember(random.below, lengths));

  it("arrive in a curve, most of them in the middle", () => {
    const within = (from: number, to: number) =>
      plans.filter(
        ({ arrivesAt }) =>
          arrivesAt >= lengths.arrivals * from && arrivesAt < lengths.arrivals * to,
      ).length;
    expect(within(0.35, 0.65)).toBeGreaterThan(3 * within(0, 0.2));
    expect(within(0, 1)).toBe(3_000);
  });

  it("act while the rehearsal lasts, and after they arrived", () => {
    for (const { arrivesAt, asksAt, supportsAt, losses, leavesAt } of plans) {
      const moments = [asksAt, leavesAt, ...supportsAt, ...losses.map(({ at }) => at)];
      for (const at of moments) {
        if (at === undefined) continue;
        expect(at).toBeGreaterThan(arrivesAt);
        expect(at).toBeLessThanOrEqual(totalLength(lengths) + 500);
      }
    }
  });

  it("are as different as people: some late, some silent, a third without a network for a while", () => {
    const share = (has: (plan: (typeof plans)[number]) => boolean) =>
      plans.filter(has).length / plans.length;
    expect(share(({ votes }) => votes === "late")).toBeCloseTo(0.04, 1);
    expect(share(({ votes }) => votes === "never")).toBeCloseTo(0.12, 1);
    expect(share(({ losses }) => losses.length > 0)).toBeCloseTo(0.35, 1);
  });

  it("do the same with the same seed", () => {
    const again = seededRandom(5);
    expect(plans.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, () => planMember(again.below, lengths)),
    );
  });
});

it("percentiles are values that occurred", () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(percentilesOf(values)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198, max: 200 });
  expect(percentilesOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
});

describe("a rehearsal's traffic", () => {
  it.each(["http://127.0.0.1:3000", "http://localhost:1", "http://[::1]:8"])(
    "may go to %s",
    (url) => {
      expect(() => assertLoopback(url)).not.toThrow();
    },
  );

  it.each(["https://palabre.example.org", "http://10.0.0.3:3000", "http://127.0.0.1.example.org"])(
    "may not go to %s",
    (url) => {
      expect(() => assertLoopback(url)).toThrow("this machine alone");
      expect(() => LightSocket.connect(url, "")).toThrow("this machine alone");
    },
  );
});
