import { describe, expect, it } from "vitest";
import { createBatcher } from "../../../server/platform/batcher.ts";

type Item = { key: string; value: number };

function recorder(options: { maxSize?: number; fail?: (items: readonly Item[]) => boolean } = {}) {
  const batches: Item[][] = [];
  const batcher = createBatcher<Item, number>({
    maxSize: options.maxSize ?? 100,
    conflictKey: (item) => item.key,
    write: async (items) => {
      batches.push([...items]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (options.fail?.(items)) throw new Error("the database is away");
      return items.map((item) => item.value * 10);
    },
  });
  return { batches, batcher };
}

describe("group commit", () => {
  it("writes what arrives together in one batch and answers each caller with its own result", async () => {
    const { batches, batcher } = recorder();
    const answers = await Promise.all(
      [1, 2, 3].map((value) => batcher.add({ key: `k${value}`, value })),
    );
    expect(answers).toEqual([10, 20, 30]);
    expect(batches).toHaveLength(1);
  });

  it("lets what arrives during a write share the next one", async () => {
    const { batches, batcher } = recorder();
    const first = batcher.add({ key: "a", value: 1 });
    await new Promise((resolve) => setTimeout(resolve, 2));
    const rest = [2, 3].map((value) => batcher.add({ key: `k${value}`, value }));
    await Promise.all([first, ...rest]);
    expect(batches.map((batch) => batch.length)).toEqual([1, 2]);
  });

  it("keeps two items of one key apart and in order", async () => {
    const { batches, batcher } = recorder();
    await Promise.all([
      batcher.add({ key: "same", value: 1 }),
      batcher.add({ key: "other", value: 2 }),
      batcher.add({ key: "same", value: 3 }),
      batcher.add({ key: "same", value: 4 }),
    ]);
    expect(batches.map((batch) => batch.map((item) => item.value))).toEqual([[1, 2], [3], [4]]);
  });

  it("does not let a later item of a key overtake one that did not fit", async () => {
    const { batches, batcher } = recorder({ maxSize: 1 });
    await Promise.all([
      batcher.add({ key: "a", value: 1 }),
      batcher.add({ key: "b", value: 2 }),
      batcher.add({ key: "b", value: 3 }),
      batcher.add({ key: "a", value: 4 }),
    ]);
    const order = batches.flat().map((item) => item.value);
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(3));
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(4));
  });

  it("tells every caller of a failed batch and goes on with the next", async () => {
    const { batcher } = recorder({ maxSize: 1, fail: (items) => items[0]?.value === 1 });
    const [bad, good] = await Promise.allSettled([
      batcher.add({ key: "a", value: 1 }),
      batcher.add({ key: "b", value: 2 }),
    ]);
    expect(bad.status).toBe("rejected");
    expect(good).toEqual({ status: "fulfilled", value: 20 });
    await batcher.idle();
  });
});
