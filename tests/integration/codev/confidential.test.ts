import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { codevHome } from "#server/features/codev/home.ts";
import { code } from "../live-session/session.ts";
import { createCodevWorld, type CodevWorld } from "./group.ts";

/** Where a group's words lie, its key, and what was written by or for one person alone. */
const SECRET = /codev_text|codev_cycle_key|codev_own_plan|codev_evaluated|sealed|\bnotes?\b/;

let world: CodevWorld;
let cycleId: string;

beforeAll(async () => {
  world = await createCodevWorld(5);
  cycleId = await world.begin();
});
afterAll(() => world.close());
afterEach(() => vi.restoreAllMocks());

/** Every statement that runs meanwhile, whoever runs it. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await work();
  return spy.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
}

describe("what organisers are shown", () => {
  it("comes from no statement that touches what a group wrote", async () => {
    const said = await statementsOf(() => world.feature.board(world.actor(world.organiserId)));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((sql) => SECRET.test(sql))).toEqual([]);
  });

  it("says nothing of turns, absences, or why two are kept apart", async () => {
    const [session] = (await world.page(world.waiting[0] ?? "", cycleId)).sessions;
    await world.must(world.waiting[1] ?? "", "codev.excuse", {
      sessionId: session?.id,
      coming: false,
    });
    const said = await statementsOf(() => world.feature.board(world.actor(world.organiserId)));
    expect(said.filter((sql) => /codev_turn|codev_attendance|declared_by/.test(sql))).toEqual([]);
    const board = await world.feature.board(world.actor(world.organiserId));
    const cycle = board.ok ? board.value.cycles.find(({ id }) => id === cycleId) : undefined;
    expect(Object.keys(cycle?.sessions?.[0] ?? {}).toSorted()).toEqual([
      "day",
      "position",
      "spare",
      "state",
    ]);
  });

  it("is their own home, and no cycle that they are not in", async () => {
    const actor = world.actor(world.organiserId);
    expect(await codevHome(world.platform, { actor, language: "fr" })).toEqual([]);
    expect(code(await world.feature.cycle(actor, cycleId))).toBe("not-found");
    expect(code(await world.feature.board(world.actor(world.memberId)))).toBe("not-allowed");
  });
});

describe("what a group writes", () => {
  it("is named in one module alone, which opens it for whoever may read", () => {
    const root = join(process.cwd(), "server");
    const naming = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => /codev_(text|cycle_key)/.test(readFileSync(join(root, file), "utf8")));
    expect(naming).toEqual(["features/codev/group-key.ts"]);
  });

  it("reaches no notice and no journal", async () => {
    const { waiting, memberId } = world;
    const [session] = (await world.page(waiting[0] ?? "", cycleId)).sessions;
    const text = "mes tarifs trop bas";
    await world.must(waiting[0] ?? "", "codev.write-subject", { sessionId: session?.id, text });
    await world.holdNext(cycleId);
    await world.must(memberId, "codev.report-session", {
      sessionId: session?.id,
      mood: "3",
      incident: true,
      debrief: text,
    });
    const { rows } = await world.pool.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM notice WHERE details::text LIKE '%tarifs%')
         OR EXISTS (SELECT FROM audit_entry WHERE reason LIKE '%tarifs%')
         OR EXISTS (SELECT FROM outbox_event WHERE payload::text LIKE '%tarifs%') AS found`,
    );
    expect(rows[0]?.found).toBe(false);
  });
});
