import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACT_CLAUSES } from "#domain/codev/words.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import { code } from "../live-session/session.ts";
import { type CodevWorld, createCodevWorld } from "./group.ts";

let world: CodevWorld;

beforeAll(async () => {
  world = await createCodevWorld(9);
});
afterAll(() => world.close());

async function registerNo(id: string): Promise<string> {
  const { rows } = await world.pool.query<{ no: string }>(
    "SELECT register_no AS no FROM person WHERE id = $1",
    [id],
  );
  return rows[0]?.no ?? "";
}
const addFile = async (adviser: string, member: string) =>
  code(await world.run(adviser, "codev.add-file", { registerNo: await registerNo(member) }));
const make = (personIds: readonly string[], supportId = world.supportId) =>
  world.run(world.organiserId, "codev.make-cycle", {
    name: "Mardis soir",
    language: "fr",
    mode: "online",
    personIds,
    memberId: world.memberId,
    supportId,
    first: localTime(new Date(world.at.now.getTime() + 7 * 86_400_000)),
    minutes: "120",
    intervalDays: "28",
  });
const trade = (id: string, said: string) =>
  world.pool.query(
    "UPDATE codev_application SET trade = $2, sector = 'digital' WHERE person_id = $1",
    [id, said],
  );

/** The tests follow one group: who is kept out of it when it is made, and later. */
describe("advisers, clients and rivals", () => {
  it("are declared by the support team, whose lists nobody else reads", async () => {
    const [client = "", other = ""] = world.waiting;
    expect(await addFile(world.supportId, client)).toBe("ok");
    expect(await addFile(world.supportId, client)).toBe("ok");
    expect(await addFile(other, client)).toBe("not-allowed");
    expect(await addFile(world.supportId, world.supportId)).toBe("codev-person-unknown");
    const filesFor = async (id: string) => {
      const page = await world.feature.lead(world.actor(id));
      return page.ok ? page.value.files?.map(({ personId }) => personId) : page;
    };
    expect(await filesFor(world.supportId)).toEqual([client]);
    expect(await filesFor(world.spareId)).toEqual([]);
    expect(await filesFor(other)).toBeUndefined();
  });

  it("are never in one group, when it is made", async () => {
    const [client = "", ...others] = world.waiting.slice(0, 5);
    expect(code(await make([client, ...others]))).toBe("codev-conflict");
    await trade(others[0] ?? "", "Développeuse web");
    await trade(others[1] ?? "", "développeuse  WEB");
    expect(code(await make(others))).toBe("codev-competitors");
    await trade(others[1] ?? "", "graveur");
  });

  it("are asked again whenever somebody comes, or leads", async () => {
    const [client = "", ...others] = world.waiting.slice(0, 5);
    const made = await make(others);
    const cycleId = made.ok ? (made.value as { cycleId: string }).cycleId : "";
    // The adviser finds out after the group was made.
    expect(await addFile(world.supportId, others[2] ?? "")).toBe("ok");
    const clear = () => world.run(world.supportId, "codev.clear-pair", { cycleId });
    expect(code(await clear())).toBe("codev-conflict");
    expect(await addFile(world.spareId, others[3] ?? "")).toBe("ok");
    const replace = (personId: string) =>
      world.run(world.organiserId, "codev.replace-facilitator", {
        cycleId,
        side: "support",
        personId,
      });
    expect(code(await replace(world.spareId))).toBe("codev-conflict");
    await world.must(world.spareId, "codev.remove-file", { personId: others[3] });
    expect(code(await replace(world.spareId))).toBe("ok");
    for (const id of [...others, world.memberId, world.spareId]) {
      for (const clause of PACT_CLAUSES) {
        await world.must(id, "codev.accept-clause", { cycleId, clause });
      }
    }
    for (const id of [world.memberId, world.spareId]) {
      await world.must(id, "codev.clear-pair", { cycleId });
    }
    // Nothing of a start that is refused is left behind.
    await addFile(world.spareId, others[0] ?? "");
    const start = () => world.run(world.memberId, "codev.start-cycle", { cycleId });
    expect(code(await start())).toBe("codev-conflict");
    await world.must(world.spareId, "codev.remove-file", { personId: others[0] });
    expect(code(await start())).toBe("ok");
    const newcomer = world.waiting[5] ?? "";
    const propose = (personId: string) =>
      world.run(world.organiserId, "codev.propose-newcomer", { cycleId, personId });
    await addFile(world.spareId, newcomer);
    expect(code(await propose(newcomer))).toBe("codev-conflict");
    const rival = world.waiting[6] ?? "";
    await trade(rival, "Développeuse Web!");
    expect(code(await propose(rival))).toBe("codev-competitors");
    expect(code(await propose(client))).toBe("ok");
  });

  it("hear of a file noted after the group agreed, before anybody signs", async () => {
    const { rows } = await world.pool.query<{ cycleId: string; personId: string }>(
      `SELECT cycle_id AS "cycleId", person_id AS "personId" FROM codev_participant
       WHERE state = 'proposed'`,
    );
    const { cycleId = "", personId = "" } = rows[0] ?? {};
    for (const id of world.waiting.slice(1, 5)) {
      await world.must(id, "codev.answer-newcomer", { cycleId, personId, agree: true });
    }
    await addFile(world.spareId, personId);
    for (const [at, clause] of PACT_CLAUSES.entries()) {
      const accepted = await world.run(personId, "codev.accept-clause", { cycleId, clause });
      expect(code(accepted)).toBe(at < PACT_CLAUSES.length - 1 ? "ok" : "codev-conflict");
    }
  });
});
