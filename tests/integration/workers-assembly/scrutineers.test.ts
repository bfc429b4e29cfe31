import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { encodeBallot } from "#domain/decisions/ballot.ts";
import { recount } from "#domain/decisions/secret/recount.ts";
import { createContainer, type Container } from "#server/container.ts";
import {
  act,
  attest,
  give,
  holdCeremony,
  join,
  newKeeper,
  type TestKeeper,
  urnIn,
  viewOf,
} from "../../support/scrutineers.ts";
import { fillUrn } from "../../support/secret-decision.ts";
import { actorOf } from "../live-session/session.ts";
import { createRankingWorld, type RankingWorld } from "./ranking-world.ts";

const OFFICES = ["chair", "desk", "scrutineer", "scrutineer", "scrutineer"] as const;

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const approve = (...options: string[]) => encodeBallot({ kind: "approve", options });

let world: RankingWorld;
let container: Container;
let vote: Awaited<ReturnType<RankingWorld["drawnUp"]>>;
let chair: PersonActor;
let desk: PersonActor;
let scrutineers: PersonActor[];
let keepers: TestKeeper[];

beforeAll(async () => {
  world = await createRankingWorld(8);
  container = createContainer(world.platform.env, world.platform);
  const plan = { least: 1, most: 3, seal: "scrutineers" } as const;
  vote = await world.drawnUp({ proposals: 5, seats: 1, plan });
  expect(await lacking()).toEqual({ named: 0, needed: 3 });
  for (const [place, office] of OFFICES.entries()) {
    const registerNo = await world.registerNo(world.workers[place]!);
    await world.done(world.first, "workers-organise.name", {
      ...{ slug: vote.slug, registerNo, office },
    });
  }
  const people = world.workers.slice(0, OFFICES.length);
  const actors = await Promise.all(people.map(({ personId }) => actorOf(world.pool, personId)));
  [chair, desk, ...scrutineers] = actors as [PersonActor, PersonActor, ...PersonActor[]];
  // A hundred and more who take part: only then are ballots published one by one (rules 3.5).
  await world.addTurnout(vote, { Liège: [110, 5] });
});
afterAll(async () => {
  await container.close();
  await world.close();
});

const phase = async () => {
  await container.api.decisions.keepWindows();
  const { rows } = await world.pool.query<{ phase: string }>(
    "SELECT phase FROM decision WHERE id = $1",
    [vote.decisionId],
  );
  return rows[0]?.phase;
};
/** What the coordination is told of the keys. */
const lacking = async () => {
  const page = await world.feature.ranking.planPage(world.first, vote.slug);
  return page.ok ? page.value.keepers : page.refusal.code;
};
const urn = async () => urnIn(await viewOf(container, chair, vote.slug), vote.decisionId);

it("waits past its hour for its keys, which scrutineers of the assembly alone can make", async () => {
  world.at.now = world.DURING;
  expect(await phase()).toBe("draft");
  expect(await lacking()).toEqual({ named: 3, needed: 3 });
  const { organiser, director, adviser, observer, workers } = world;
  for (const actor of [organiser, director, adviser, observer, workers[6]!]) {
    expect(code(await join(container, vote.assemblyId, await newKeeper(actor)))).toBe(
      "not-allowed",
    );
    const restart = { assemblyId: vote.assemblyId, reason: "pour voir" };
    expect(code(await act(container, actor, "urn.restart", restart))).toBe("not-allowed");
    expect(code(await container.api.decisions.urns.ceremony(actor, vote.slug))).toBe("not-allowed");
  }
  const assembly = { id: vote.assemblyId, slug: vote.slug };
  keepers = await holdCeremony(container, assembly, [vote.decisionId], scrutineers);
  expect(await urn()).toMatchObject({ stage: "ready", threshold: 2 });
  expect(await lacking()).toBeUndefined();
  expect(await phase()).toBe("open");
});

it("takes a slip of paper that two of them read the same", async () => {
  const { decisionId } = vote;
  const electorId = world.workers[6]!.personId;
  expect(
    code(await act(container, desk, "paper.give", { decisionIds: [decisionId], electorId })),
  ).toBe("ok");
  for (const [reader, content] of [
    [scrutineers[0]!, approve("P02")],
    [scrutineers[1]!, approve("P02")],
  ] as const) {
    expect(
      code(await act(container, reader, "paper.enter", { decisionId, slip: 1, content })),
    ).toBe("ok");
  }
  const poured = { decisionId, missingReason: "" };
  expect(code(await act(container, desk, "paper.pour", poured))).toBe("ok");
});

it("is opened by two of three once its chair asks, and by nobody before", async () => {
  const ballots = [
    ...Array<string>(60).fill(approve("P02")),
    ...Array<string>(50).fill(approve("P01", "P03")),
  ];
  await fillUrn(container, vote.decisionId, ballots);
  world.at.now = world.AFTER;
  expect(await phase()).toBe("closed");
  const { decisions } = container.api;
  await decisions.jobs["decision.count"]({ decisionId: vote.decisionId });
  expect(await urn()).toMatchObject({ stage: "sealed", boardSize: 111 });
  await decisions.urns.tendOpenings();
  expect(await urn()).not.toHaveProperty("opening");
  const ask = (actor: PersonActor) =>
    act(container, actor, "urn.ask-opening", { decisionId: vote.decisionId });
  for (const actor of [world.organiser, world.director, world.first]) {
    expect(code(await ask(actor))).toBe("not-allowed");
  }
  expect(code(await ask(chair))).toBe("ok");
  await decisions.urns.tendOpenings();
  expect(code(await give(container, vote.slug, keepers[0]!, vote.decisionId))).toBe("ok");
  await decisions.urns.tendOpenings();
  expect(await phase()).toBe("closed");
  expect(code(await give(container, vote.slug, keepers[2]!, vote.decisionId))).toBe("ok");
  await expect
    .poll(async () => {
      await decisions.urns.tendOpenings();
      return phase();
    })
    .toBe("counted");
});

it("is attested, published, and counted again by its workers; observers have no ballots of it", async () => {
  const { decisionId, slug, assemblyId } = vote;
  for (const keeper of keepers) {
    expect(code(await attest(container, slug, keeper, decisionId))).toBe("ok");
  }
  expect(code(await container.api.decisions.publish(chair, { decisionId }))).toBe("ok");
  const result = await world.feature.ranking.result({ kind: "anonymous" }, slug);
  expect(result).toMatchObject({
    value: { chosen: ["P02"], report: { ballots: { cast: 111, counted: 111 } } },
  });
  const worker = await actorOf(world.pool, world.workers[7]!.personId);
  const recounted = await recount(await bundleOf(worker));
  if (!recounted.ok) throw new Error("the bundle cannot be read");
  expect(recounted.value.checks.map(({ state }) => state)).toEqual(Array(5).fill("passed"));
  const observer: PersonActor = { ...world.observer, apart: [{ assemblyId, part: "observer" }] };
  expect(await bundleOf(observer)).not.toContain('"opened":');
});

async function bundleOf(actor: PersonActor): Promise<string> {
  const bundle = await container.api.decisions.urns.bundle(actor, vote.decisionId);
  if (!bundle.ok) throw new Error(bundle.refusal.code);
  return new Response(bundle.value.body).text();
}
