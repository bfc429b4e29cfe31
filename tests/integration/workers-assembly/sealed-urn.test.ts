import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { encodeBallot } from "#domain/decisions/ballot.ts";
import { act, attest, give } from "../../support/scrutineers.ts";
import { assemblyPages } from "./assembly-pages.ts";
import { ACTS, READS, type Target } from "./judged.ts";
import { concernedRoutes, readRoutes } from "./read-routes.ts";
import { createTwoWorlds, type World } from "./two-worlds.ts";

/** What somebody reads, as text, by the name of the page. */
type Read = Record<string, string>;
const HOUR_MS = 3_600_000;
const OPEN = new Date("2026-03-10T08:00:00Z");
const PAST_HALF = new Date("2026-03-14T08:00:00Z");
const CLOSED = new Date("2026-03-16T18:00:00Z");

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
/** What reads otherwise in the second, by its name. */
const differing = (one: Read, other: Read) =>
  Object.keys({ ...one, ...other })
    .filter((name) => one[name] !== other[name])
    .map((name) => [name, one[name], other[name]]);
const UUID = "00000000-0000-4000-8000-000000000000";

describe.each(["server", "scrutineers"] as const)("a ranking whose urn the %s keep", (seal) => {
  let two: Awaited<ReturnType<typeof createTwoWorlds>>;
  let routes: Awaited<ReturnType<typeof concernedRoutes>>;
  /** Many vote in one world, few and otherwise in the other. */
  let many: World;
  let few: World;
  beforeAll(async () => {
    two = await createTwoWorlds(seal);
    [many, few] = two.worlds;
    routes = await concernedRoutes();
  });
  afterAll(() => two.close());

  const target = (): Target => ({
    ...{ slug: two.vote.slug, campaign: two.past.slug, code: "P01" },
    ...{ proposalId: UUID, debateId: UUID },
  });

  /** Everything, or what has a vote in it. */
  type Scope = "everything" | "votes";

  async function readBy(
    { container }: World,
    who: string,
    actor: Actor,
    scope: Scope,
  ): Promise<Read> {
    const { assemblyId, decisionId, slug } = two.vote;
    const { api, rooms } = container;
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(READS)) {
      if (scope === "votes" && !name.startsWith("ranking.")) continue;
      found[name] = await read(api.workersAssembly, actor, target());
    }
    const pages = assemblyPages(api, { slug, assemblyId, decisionId });
    for (const [name, read] of Object.entries(pages)) found[name] = await read(actor);
    for (const { prefix, audiences, personal, authorise } of rooms) {
      for (const audience of [...audiences, ...(personal ? [personal] : [])]) {
        found[`${prefix}/${audience}`] = await authorise(actor, assemblyId, audience);
      }
    }
    found["keys"] = await api.decisions.ballotBox.keys(assemblyId);
    const texts = Object.entries(found).map(([name, said]) => [
      `${who}: ${name}`,
      JSON.stringify(said) ?? "",
    ]);
    return Object.fromEntries(texts) as Read;
  }

  async function toldIn(world: World, scope: Scope): Promise<Read> {
    const readers = await world.outsiders();
    const read = await Promise.all(readers.map(([who, actor]) => readBy(world, who, actor, scope)));
    return Object.assign(await world.kept(), ...read) as Read;
  }

  /** Nobody outside can tell the two worlds apart by anything that they read or are sent. */
  async function alike(scope: Scope = "everything"): Promise<void> {
    expect(differing(await toldIn(many, scope), await toldIn(few, scope))).toEqual([]);
  }
  const still = () => alike("votes");

  /** The same of every address, with its status and headers. */
  async function routesAlike(): Promise<void> {
    const params = { slug: two.vote.slug, decisionId: two.vote.decisionId, code: "P01" };
    const others = await few.outsiders();
    for (const [at, [who, actor]] of (await many.outsiders()).entries()) {
      const here = await readRoutes(many.container, routes, actor, params);
      const there = await readRoutes(few.container, routes, others[at]![1], params);
      expect([who, differing(here, there)]).toEqual([who, []]);
    }
  }

  /** In both worlds, at the same hour. */
  async function both<T>(work: (world: World) => Promise<T>): Promise<[T, T]> {
    return [await work(many), await work(few)];
  }

  async function come(hour: Date): Promise<void> {
    two.at.now = hour;
    await both(({ container }) => container.api.decisions.keepWindows());
  }

  it("tells nobody outside who takes a ballot before it opens", async () => {
    for (const place of [5, 6, 7]) expect(await many.take(place)).toBe("signed");
    expect(await few.take(5)).toBe("signed");
    await alike();
  });

  it("gives no ballot to who came to the employer's side, though the roll names them", async () => {
    expect(await both((world) => world.take(15))).toEqual(["not-entitled", "not-entitled"]);
    const paper = await both(async (world) => code(await world.give(await world.desk(), 15)));
    expect(paper).toEqual(["not-entitled", "not-entitled"]);
  });

  it("looks the same at each ballot, whatever it says, and when one takes the place of another", async () => {
    await come(OPEN);
    await alike();
    await many.cast(5, ["P01"]);
    await still();
    await many.cast(6, ["P01", "P02"]);
    await few.cast(5, ["P03", "P04", "P05"]);
    await alike();
    await many.cast(5, ["P02"], 2);
    await still();
    await many.cast(7, ["P05"]);
    await still();
  });

  it("looks the same while latecomers wait, are let in together and vote", async () => {
    for (const place of [8, 9]) expect(await many.take(place)).toBe("waiting");
    await still();
    const release = ({ container }: World) => container.api.decisions.ballotBox.releaseBatches();
    await both(release);
    two.at.now = new Date(OPEN.getTime() + HOUR_MS);
    await both(release);
    await alike();
    for (const place of [8, 9]) {
      expect(await many.take(place)).toBe("signed");
      await many.cast(place, ["P01", "P04"]);
    }
    await still();
  });

  it("looks the same while paper is given, keyed by two who differ at first, and poured", async () => {
    expect(code(await many.give(await many.desk(), 10))).toBe("ok");
    await still();
    const readers = [await many.scrutineer(0), await many.scrutineer(1)] as const;
    expect(code(await many.enter(readers[0], 1, ["P01"]))).toBe("ok");
    expect(code(await many.enter(readers[1], 1, ["P02"]))).toBe("ok");
    await still();
    expect(code(await many.pour(readers[0]))).toBe("slips-differ");
    expect(code(await many.enter(readers[1], 1, ["P01"]))).toBe("ok");
    expect(code(await many.pour(readers[0]))).toBe("ok");
    await still();
  });

  it("reminds nobody in a way that says who has not voted", async () => {
    two.at.now = PAST_HALF;
    await both(({ container }) => container.api.decisions.remindVoters());
    await alike();
  });

  // Pages do not ask who keeps an urn that is open.
  if (seal === "server") {
    it("shows the same on every page and in every file and header while it is open", routesAlike);
  }

  it("refuses everybody outside with the same word, whoever has voted", async () => {
    const { assemblyId, decisionId } = two.vote;
    const approve = encodeBallot({ kind: "approve", options: ["P01"] });
    const of = { decisionId };
    const incident = { kind: "stream", reason: "pour voir" };
    const acts: Record<string, object> = {
      ...Object.fromEntries(
        Object.entries(ACTS).map(([type, payload]) => [type, payload(target())]),
      ),
      "decision.open": { ...of, overrideReason: "" },
      "decision.close": of,
      "decision.publish": of,
      "decision.draw-lot": { ...of, seed: "1" },
      "decision.cast-tie": { ...of, order: ["P01", "P02"] },
      "decision.reset": of,
      "urn.ask-opening": of,
      "urn.restart": { assemblyId, reason: "pour voir" },
      "credentials.restart": { assemblyId, reason: "pour voir" },
      "paper.enter": { ...of, slip: 1, content: approve },
      "paper.remove": { ...of, slip: 1 },
      "paper.pour": { ...of, missingReason: "" },
      "decision.suspend": { ...of, ...incident },
      "decision.extend": { ...of, ...incident, minutes: 5, seen: 0 },
      "decision.repeat": { ...of, ...incident },
      "decision.annul": { ...of, ...incident, again: false },
    };
    async function refusals(world: World): Promise<unknown[]> {
      const said: unknown[] = [];
      for (const [who, actor] of await world.outsiders()) {
        if (actor.kind !== "person") continue;
        for (const [type, payload] of Object.entries(acts)) {
          const command = world.container.commands[type]!;
          // Whoever crossed to the other side may still take their name back.
          if (type === "workers-book.unsign") continue;
          const result = await command.handle(
            actor,
            command.schema.parse(payload),
            crypto.randomUUID(),
          );
          expect([who, type, result.ok]).toEqual([who, type, false]);
          said.push([who, type, result]);
        }
        // For themselves, and for somebody who voted in one world alone.
        for (const electorId of [actor.personId, two.worker(6).personId]) {
          const ballot = { ...of, electorId, content: approve };
          const cast = await world.container.api.decisions.ballotBox.castWithoutScript(
            actor,
            ballot,
          );
          const given = await act(world.container, actor, "paper.give", {
            decisionIds: [decisionId],
            electorId,
          });
          expect([who, cast.ok, given.ok]).toEqual([who, false, false]);
          said.push([who, cast, given]);
        }
      }
      return said;
    }
    const [here, there] = await both(refusals);
    expect(here).toEqual(there);
    await still();
  });

  it("looks the same when it is closed, its board made, opened and counted", async () => {
    await come(CLOSED);
    await alike();
    const { decisionId, slug } = two.vote;
    const count = ({ container }: World) =>
      container.api.decisions.jobs["decision.count"]({ decisionId });
    await both(count);
    await alike();
    if (seal === "server") return;
    const opened = async ({ container, chair }: World) => {
      const tend = () => container.api.decisions.urns.tendOpenings();
      expect(code(await act(container, await chair(), "urn.ask-opening", { decisionId }))).toBe(
        "ok",
      );
      await tend();
      for (const keeper of two.keepers.slice(0, 2)) {
        expect(code(await give(container, slug, keeper, decisionId))).toBe("ok");
      }
      await expect.poll(async () => (await tend(), phaseOf(container))).toBe("counted");
      for (const keeper of two.keepers) {
        expect(code(await attest(container, slug, keeper, decisionId))).toBe("ok");
      }
    };
    await opened(many);
    await opened(few);
    await alike();
  });

  const phaseOf = async ({ platform }: World["container"]) => {
    const { rows } = await platform.pool.query<{ phase: string }>(
      "SELECT phase FROM decision WHERE id = $1",
      [two.vote.decisionId],
    );
    return rows[0]?.phase;
  };

  it("shows the same on every page and in every file and header until it is published", async () => {
    await routesAlike();
    const { decisionId } = two.vote;
    await expect.poll(() => many.jobs).toEqual(few.jobs);
    const settle = async ({ container, chair }: World) => {
      await container.api.decisions.drawLot(await chair(), { decisionId, seed: "PALABRE|1" });
    };
    await both(settle);
    await alike();
  });

  it("is told to everybody once its chair publishes it, and nothing of who voted", async () => {
    const { decisionId, slug } = two.vote;
    const results = await both(async ({ container, chair }) => {
      const published = await container.api.decisions.publish(await chair(), { decisionId });
      expect(code(published)).toBe("ok");
      return container.api.workersAssembly.ranking.result({ kind: "anonymous" }, slug);
    });
    const counted = results.map((result) => result.ok && result.value.report.ballots.counted);
    expect(counted).toEqual([6, 1]);
    for (const result of results) {
      for (const id of [5, 6, 7, 8, 9, 10].map((place) => two.worker(place).personId)) {
        expect(JSON.stringify(result)).not.toContain(id);
      }
    }
  });
});
