import { describe, expect, it } from "vitest";
import { instantOf, localTime } from "#domain/kernel/local-time.ts";

describe("the cooperative's clock", () => {
  it.each([
    ["2026-06-18T18:30", "2026-06-18T16:30:00.000Z"],
    ["2026-11-21T09:00", "2026-11-21T08:00:00.000Z"],
    // On 25 October 2026 this hour comes twice: the first one is summer's.
    ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ])("%s", (local, instant) => {
    expect(instantOf(local)?.toISOString()).toBe(instant);
    expect(localTime(new Date(instant))).toBe(local);
  });

  it.each(["", "tomorrow", "2026-13-01T00:00", "2026-11-21", "2026-03-29T02:30"])(
    "knows no such time: %s",
    (local) => {
      expect(instantOf(local)).toBeUndefined();
    },
  );
});
