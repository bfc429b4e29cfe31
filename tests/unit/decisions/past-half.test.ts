import { expect, it } from "vitest";
import { isPastHalf } from "#domain/decisions/past-half.ts";

const vote = { openedAt: 1_000, closesAt: 3_000 };

it("is past half between the middle of a window and its end", () => {
  const at = [1_000, 2_000, 2_001, 2_999, 3_000].map((now) => isPastHalf(vote, now));
  expect(at).toEqual([false, false, true, true, false]);
});

it("is never so without an end, before it opened, or while it is suspended", () => {
  expect(isPastHalf({ openedAt: 1_000 }, 2_500)).toBe(false);
  expect(isPastHalf({ closesAt: 3_000 }, 2_500)).toBe(false);
  expect(isPastHalf({ ...vote, suspendedAt: 2_400 }, 2_500)).toBe(false);
});
