import { afterAll, beforeAll, expect, it } from "vitest";
import type { Platform } from "#server/platform/platform.ts";
import { solicit } from "#server/features/notifications/solicitations.ts";
import { tellRolls } from "#server/features/workers-assembly/telling/tell-rolls.ts";
import { inTransaction } from "#server/platform/database.ts";
import { code } from "../live-session/session.ts";
import { must } from "../surveys/campaign.ts";
import { createRankingWorld, type RankingWorld } from "./ranking-world.ts";

let world: RankingWorld;
beforeAll(async () => {
  world = await createRankingWorld();
});
afterAll(() => world.close());

type Told = { person: string; kind: string; settled: boolean; mail: string; details: object };

/** What was told of one edition, by its address. */
async function toldOf(slug: string): Promise<Told[]> {
  const { rows } = await world.pool.query<Told>(
    `SELECT person_id AS person, kind, settled_at IS NOT NULL AS settled, mail, details FROM notice
     WHERE link LIKE '/workers-assembly/' || $1 || '/%' ORDER BY kind, person_id`,
    [slug],
  );
  return rows;
}
const kindsOf = async (slug: string, settled = false) => {
  const told = (await toldOf(slug)).filter((one) => one.settled === settled);
  return [...new Set(told.map(({ kind }) => kind))];
};
async function rollOf(assemblyId: string): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT person_id AS id FROM roll_entry WHERE assembly_id = $1 ORDER BY person_id",
    [assemblyId],
  );
  return rows.map(({ id }) => id);
}
const at = (time: string) => {
  world.at.now = new Date(time);
};
/** Its hour comes, as schedules see it. */
async function opens(time = "2026-03-10T08:00:00Z") {
  at(time);
  await world.decisions.keepWindows();
}
const begins = () => at("2026-03-02T09:00:00Z");

it("tells the roll alone of the frozen list and of the vote, once each, and settles what is over", async () => {
  begins();
  const { platform, director, adviser, observer } = world;
  const { slug, assemblyId } = await world.drawnUp({ proposals: 4, seats: 2 });
  await world.pool.query("UPDATE workers_assembly SET stage = 'frozen' WHERE slug = $1", [slug]);
  await tellRolls(platform);
  await tellRolls(platform);
  const roll = await rollOf(assemblyId);
  expect((await toldOf(slug)).map(({ person }) => person)).toEqual(roll);
  expect(roll).not.toContain(director.personId);
  expect(roll).not.toContain(adviser.personId);
  expect(roll).not.toContain(observer.personId);

  await world.pool.query("UPDATE workers_assembly SET stage = 'ranking' WHERE slug = $1", [slug]);
  await tellRolls(platform);
  expect(await kindsOf(slug)).toEqual([]);
  await opens();
  await tellRolls(platform);
  await tellRolls(platform);
  expect(await kindsOf(slug)).toEqual(["ranking-opened"]);
  const opened = (await toldOf(slug)).filter(({ kind }) => kind === "ranking-opened");
  expect(opened.map(({ person }) => person)).toEqual(roll);
  expect(opened[0]).toMatchObject({ mail: "now", details: { seats: 2, proposals: 4 } });

  at("2026-03-16T18:00:00Z");
  await world.decisions.keepWindows();
  await tellRolls(platform);
  expect(await kindsOf(slug)).toEqual([]);
});

it("reminds everybody alike two days before the close, whoever has voted", async () => {
  begins();
  const { platform, pool } = world;
  const { slug, assemblyId, decisionId } = await world.drawnUp({ proposals: 3, seats: 2 });
  await opens();
  await tellRolls(platform);
  const roll = await rollOf(assemblyId);
  await pool.query(
    `INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
     SELECT $1, id, 'online', 0 FROM unnest($2::uuid[]) AS id`,
    [decisionId, roll.slice(0, 3)],
  );
  await tellRolls(platform);
  expect(await kindsOf(slug)).toEqual(["ranking-opened"]);
  at("2026-03-15T08:00:00Z");
  await tellRolls(platform);
  await tellRolls(platform);
  const reminded = (await toldOf(slug)).filter(({ kind }) => kind === "ranking-reminded");
  expect(reminded.map(({ person }) => person)).toEqual(roll);
  expect(new Set(reminded.map(({ details }) => JSON.stringify(details))).size).toBe(1);
});

it("asks nobody more often than the cap allows, and nobody in a quiet period", async () => {
  begins();
  const { platform, pool } = world;
  const { slug, assemblyId } = await world.drawnUp({ proposals: 3, seats: 2 });
  const roll = await rollOf(assemblyId);
  // Who was asked often enough within thirty days of the opening.
  const often = roll.slice(0, 2);
  at("2026-03-05T08:00:00Z");
  await pool.query("DELETE FROM solicited");
  for (const key of ["a", "b", "c"]) await ask(platform, key, often);
  await pool.query(
    `INSERT INTO quiet_period (first_day, last_day, titles) VALUES ('2026-03-09', '2026-03-10', '{}')`,
  );
  await opens();
  await tellRolls(platform);
  expect(await toldOf(slug)).toEqual([]);
  at("2026-03-11T08:00:00Z");
  await tellRolls(platform);
  expect((await toldOf(slug)).map(({ person }) => person)).toEqual(roll.slice(2));
  const { rows } = await pool.query(
    "SELECT asked, spared FROM solicitation WHERE key LIKE 'ranking-opened:%' AND link LIKE '%' || $1 || '%'",
    [slug],
  );
  expect(rows).toEqual([{ asked: roll.length - 2, spared: 2 }]);
});

function ask(platform: Platform, key: string, to: readonly string[]) {
  const request = { key, kind: "survey", body: "cooperative", titles: { fr: key } } as const;
  const promise = { link: "/", whoActs: "le conseil", answerBy: "2026-06-01" };
  return inTransaction(platform.pool, (client) =>
    solicit(platform, client, { kind: "system" }, { ...request, ...promise }, to),
  );
}

it("goes on where a run died, and tells nobody twice", async () => {
  begins();
  const { platform, pool } = world;
  const { slug, assemblyId } = await world.drawnUp({ proposals: 3, seats: 2 });
  const roll = await rollOf(assemblyId);
  await pool.query("DELETE FROM solicited");
  await opens("2026-03-11T08:00:00Z");
  await tellRolls(platform);
  // As a run leaves it that died after the batch of the first two.
  const link = `/workers-assembly/${slug}/ranking`;
  await pool.query("DELETE FROM notice WHERE link = $1 AND person_id <> ALL($2::uuid[])", [
    ...[link, roll.slice(0, 2)],
  ]);
  await pool.query(
    `UPDATE workers_telling SET done = false, after = $2, told = 2
     WHERE workers_assembly_id = (SELECT id FROM workers_assembly WHERE slug = $1)`,
    [slug, roll[1]],
  );
  await Promise.all([tellRolls(platform), tellRolls(platform)]);
  expect((await toldOf(slug)).map(({ person }) => person)).toEqual(roll);
});

it("tells no one who crossed to the employer's side since the roll was closed", async () => {
  begins();
  const { platform, pool } = world;
  const { slug, assemblyId } = await world.drawnUp({ proposals: 3, seats: 2 });
  const [crossed, ...others] = await rollOf(assemblyId);
  await pool.query("DELETE FROM solicited");
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO affiliation (id, person_id, kind, valid_from)
     VALUES (uuidv7(), $1, 'support_staff', '2026-03-05') RETURNING id`,
    [crossed],
  );
  await opens("2026-03-11T08:00:00Z");
  await tellRolls(platform);
  expect((await toldOf(slug)).map(({ person }) => person)).toEqual(others);
  await pool.query("DELETE FROM affiliation WHERE id = $1", [rows[0]!.id]);
});

it("is kept open longer by its chair alone, never shorter, with a reason that everybody reads and is told", async () => {
  begins();
  const { platform, pool, run, first, workers, director, at: clock } = world;
  const { slug, assemblyId, decisionId } = await world.drawnUp({ proposals: 3, seats: 2 });
  await pool.query("DELETE FROM solicited");
  const chair = world.inOffice(slug, "chair");
  const seen = Date.parse("2026-03-16T17:00:00Z");
  const extend = (actor = chair, more: object = {}) =>
    run(actor, "workers-ranking.extend", {
      ...{ slug, closesAt: "2026-03-20T18:00", reason: "Le site était en panne lundi.", seen },
      ...more,
    });
  expect(code(await extend())).toBe("wrong-phase");
  await opens("2026-03-11T08:00:00Z");
  await tellRolls(platform);
  for (const actor of [first, workers[1]!, director]) {
    expect(code(await extend(actor))).toBe("not-allowed");
  }
  for (const closesAt of ["2026-03-16T18:00", "2026-03-15T18:00", "2026-06-10T08:00"]) {
    expect(code(await extend(chair, { closesAt }))).toBe("ranking-later-only");
  }
  expect(code(await extend(chair, { seen: seen - 60_000 }))).toBe("stage-changed");
  expect(code(await extend(chair, { slug: "nowhere" }))).toBe("not-found");
  expect(code(await extend())).toBe("ok");
  // Another tab that saw the old close.
  expect(code(await extend())).toBe("stage-changed");
  const page = must(await world.feature.ranking.page(director, slug, {}));
  const until = Date.parse("2026-03-20T17:00:00Z");
  expect(page.vote).toMatchObject({
    closesAt: until,
    extensions: [{ until, at: clock.now.getTime(), reason: "Le site était en panne lundi." }],
  });
  const { rows } = await pool.query(
    "SELECT act, what FROM incident WHERE decision_id = $1 AND assembly_id = $2",
    [decisionId, assemblyId],
  );
  expect(rows).toEqual([{ act: "extend", what: "Le site était en panne lundi." }]);
  await tellRolls(platform);
  const longer = (await toldOf(slug)).filter(({ kind }) => kind === "ranking-extended");
  expect(longer.map(({ person }) => person)).toEqual(await rollOf(assemblyId));
  expect(longer[0]!.details).toMatchObject({ closesAt: "2026-03-20T17:00:00.000Z" });
  // It stays open at the hour that was said first.
  at("2026-03-16T18:00:00Z");
  await world.decisions.keepWindows();
  expect(must(await world.feature.ranking.page(chair, slug, {})).vote?.phase).toBe("open");
});
