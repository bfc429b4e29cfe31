import { describe, expect, it } from "vitest";
import { queueOrder, swapInQueue } from "#domain/live-session/queue.ts";

const QUEUE = [
  { id: "c", place: 7 },
  { id: "a", place: 1 },
  { id: "b", place: 3 },
];

describe("the queue", () => {
  it("is asked by place, and by id where two places meet", () => {
    expect(queueOrder(QUEUE).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    const tied = [
      { id: "z", place: 1 },
      { id: "y", place: 1 },
    ];
    expect(queueOrder(tied).map(({ id }) => id)).toEqual(["y", "z"]);
  });

  it.each([
    ["b", "up", ["b", "a"]],
    ["b", "down", ["b", "c"]],
    ["a", "up", undefined],
    ["c", "down", undefined],
    ["nowhere", "down", undefined],
  ] as const)("%s moves %s with %j", (id, direction, expected) => {
    expect(swapInQueue(QUEUE, id, direction)?.map((entry) => entry.id)).toEqual(expected);
  });
});
