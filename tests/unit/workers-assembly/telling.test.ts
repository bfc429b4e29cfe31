import { expect, it } from "vitest";
import { tellingsNow } from "#domain/workers-assembly/telling.ts";

const DAY = 86_400_000;
const vote = { id: "v", openedAt: 0, closesAt: 14 * DAY };
const told = (now: number, more: object = {}) =>
  tellingsNow({ id: "e", stage: "ranking", vote: { ...vote, ...more } }, now).map(([what]) => what);

it("tells of the frozen list until the vote opens, and of nothing before or after", () => {
  expect(tellingsNow({ id: "e", stage: "gathering" }, 0)).toEqual([]);
  expect(tellingsNow({ id: "e", stage: "frozen" }, 0)).toEqual([["frozen", "proposals-frozen:e"]]);
  expect(tellingsNow({ id: "e", stage: "ranking" }, 0)).toEqual([]);
  expect(tellingsNow({ id: "e", stage: "ranked" }, 0)).toEqual([]);
});

it("reminds two days before the close, and nobody of a vote that is told of since less", () => {
  expect(told(DAY)).toEqual(["opened"]);
  expect(told(12 * DAY)).toEqual(["opened", "reminded"]);
  expect(told(14 * DAY)).toEqual(["opened"]);
  expect(told(DAY, { closesAt: 2 * DAY })).toEqual(["opened"]);
});

it("tells each extension under a key of its own, and takes a reminder of an earlier close back", () => {
  const longer = { closesAt: 20 * DAY, extendedTo: 20 * DAY };
  expect(told(13 * DAY, longer)).toEqual(["opened", "extended"]);
  const keys = [16, 20].map(
    (days) =>
      tellingsNow(
        { id: "e", stage: "ranking", vote: { ...vote, extendedTo: days * DAY } },
        DAY,
      )[1]![1],
  );
  expect(new Set(keys).size).toBe(2);
});
