import { afterAll, beforeAll, expect, it } from "vitest";
import { frozenList } from "#server/features/workers-assembly/proposals/frozen.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
beforeAll(async () => {
  world = await createLineWorld();
});
afterAll(() => world.close());

it("has no frozen list before it is frozen", async () => {
  await world.addProposal({ editionId: world.edition.id, author: world.workers[0]! });
  expect(await frozenList(world.pool, world.edition.id)).toEqual([]);
});
