import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { endRole } from "#server/features/membership/end-role.ts";
import { listGrants } from "#server/features/membership/grants.ts";
import { grantRole } from "#server/features/membership/grant-role.ts";
import { closeRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { fields, must } from "../surveys/campaign.ts";
import { actorOf } from "../live-session/session.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
beforeAll(async () => {
  world = await createLineWorld();
});
afterAll(() => world.close());

const EDITION = {
  ...fields("title", { fr: "Deuxième assemblée", nl: "Tweede assemblee" }),
  ...{ place: "Gent", meetsOn: "2026-09-09", seats: "6", "language.fr": "on" },
};
const page = async (actor = world.first, slug = world.edition.slug) =>
  world.feature.organise.page(actor, slug);
const name = async (person: PersonActor, office: string, by = world.first) =>
  world.run(by, "workers-organise.name", {
    ...{ slug: world.edition.slug, office, registerNo: await world.registerNo(person) },
  });
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const outsiders = () => [world.organiser, world.director, world.adviser, world.observer];

describe("an edition", () => {
  it("is begun from a campaign by its coordination, with its assembly apart", async () => {
    const { slug } = await world.done<{ slug: string }>(world.first, "workers-organise.begin", {
      ...{ campaign: world.slug, ...EDITION },
    });
    expect(slug).toBe("deuxieme-assemblee");
    const { head, languages } = must(await page(world.first, slug));
    expect({ ...head, languages }).toMatchObject({
      ...{ session: slug, seats: 6, place: "Gent", meetsOn: "2026-09-09", languages: ["fr"] },
    });
  });

  it("is begun and prepared by nobody else", async () => {
    for (const actor of [...outsiders(), world.workers[0]!]) {
      expect(code(await world.feature.organise.beginning(actor))).toBe("not-allowed");
      expect(code(await page(actor))).toBe("not-allowed");
      const begun = { campaign: world.slug, ...EDITION };
      expect(code(await world.run(actor, "workers-organise.begin", begun))).toBe("not-allowed");
      expect(code(await name(world.workers[0]!, "chair", actor))).toBe("not-allowed");
    }
  });

  it("takes its assembly along when its day or place changes", async () => {
    const { slug } = world.edition;
    const { revision } = must(await page());
    const change = { slug, revision, ...EDITION, seats: "8" };
    await world.done(world.first, "workers-organise.change", change);
    const again = await world.run(world.first, "workers-organise.change", change);
    expect(code(again)).toBe("changed-meanwhile");
    await name(world.workers[0]!, "desk");
    const { rows } = await world.pool.query<{ place: string; day: string }>(
      `SELECT a.place, to_char(a.starts_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') AS day
       FROM assembly a JOIN workers_assembly w ON w.assembly_id = a.id WHERE w.slug = $1`,
      [slug],
    );
    expect(rows).toEqual([{ place: "Gent", day: "2026-09-09 09:30" }]);
  });
});

describe("an office among workers", () => {
  const apart = async () => {
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT assembly_id AS id FROM workers_assembly WHERE id = $1",
      [world.edition.id],
    );
    return rows[0]!.id;
  };

  it("goes to workers alone", async () => {
    const [worker] = world.workers;
    expect(must(await name(worker!, "chair"))).toBeNull();
    expect(code(await name(worker!, "chair"))).toBe("workers-office-held");
    for (const outsider of outsiders()) {
      expect(code(await name(outsider, "scrutineer"))).toBe("workers-office-employer-side");
    }
    const actor = await actorOf(world.pool, worker!.personId);
    expect(can(actor, "session.chair", assemblySubject(await apart()))).toBe(true);
  });

  it("is neither given, ended nor listed by who keeps the roles of the platform", async () => {
    const body = `assembly:${await apart()}` as const;
    const personId = world.workers[1]!.personId;
    const given = { personId, role: "chair", body, validFrom: "2026-03-02" } as const;
    expect(code(await grantRole(world.platform, world.organiser, given))).toBe("not-allowed");
    const [held] = must(await page()).offices;
    const ended = { grantId: held!.grantId, reason: "x" };
    expect(code(await endRole(world.platform, world.organiser, ended))).toBe("not-allowed");
    const listed = must(await listGrants(world.platform, world.organiser));
    expect(JSON.stringify(listed)).not.toContain(body);
  });

  it("is void once its holder crosses, and the coordination sees that it is", async () => {
    const crossed = world.workers[2]!;
    must(await name(crossed, "moderator"));
    await world.pool.query(
      `INSERT INTO affiliation (id, person_id, kind, valid_from)
       VALUES (uuidv7(), $1, 'support_staff', '2020-01-01')`,
      [crossed.personId],
    );
    const held = must(await page()).offices.find(({ office }) => office === "moderator");
    expect(held?.void).toBe(true);
    const actor = await actorOf(world.pool, crossed.personId);
    expect(can(actor, "session.moderate", assemblySubject(await apart()))).toBe(false);
  });

  it("ends when the coordination ends it", async () => {
    const held = must(await page()).offices.find(({ office }) => office === "moderator")!;
    const release = { slug: world.edition.slug, grantId: held.grantId };
    await world.done(world.second, "workers-organise.release", release);
    expect(must(await page()).offices.some(({ office }) => office === "moderator")).toBe(false);
    expect(code(await world.run(world.second, "workers-organise.release", release))).toBe(
      "not-found",
    );
  });
});

describe("the page of who organises", () => {
  it("says how many would be on the roll, and once it is closed how many are", async () => {
    // One of the eight crossed to the employer's side above.
    expect(must(await page())).toMatchObject({ wouldBe: 7, observers: 1, electorate: "members" });
    const { rows } = await world.pool.query<{ id: string; assemblyId: string }>(
      `SELECT id, assembly_id AS "assemblyId" FROM workers_assembly WHERE id = $1`,
      [world.edition.id],
    );
    await closeRoll(world.pool, { ...rows[0]!, campaignId: world.campaignId }, world.at.now);
    const { roll, wouldBe } = must(await page());
    expect({ roll, wouldBe }).toEqual({ roll: { asOf: "2026-03-02", persons: 7 } });
  });
});
