import type { PersonActor } from "#domain/kernel/actor.ts";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import { DEFAULT_PLAN } from "#domain/workers-assembly/ranking-plan.ts";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import { prepareUrns } from "#server/features/decisions/secret/prepare-urns.ts";
import { createUrnSecrets } from "#server/features/decisions/secret/urn-secrets.ts";
import { closeRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { createSealing } from "#server/platform/sealing.ts";
import type { WorkersOffice } from "#domain/workers-assembly/offices.ts";
import type { PlannedRanking } from "#wire/workers-ranking.ts";
import { createPeople } from "../../support/register.ts";
import { fillUrn } from "../../support/secret-decision.ts";
import { createLineWorld } from "./line-world.ts";

/** On the cooperative's clock; the campaign's world begins on 2 March at ten. */
const OPENS = "2026-03-09T09:00";
const CLOSES = "2026-03-16T18:00";
const DURING = new Date("2026-03-10T08:00:00Z");
const AFTER = new Date("2026-03-16T18:00:00Z");

export type NewRanking = {
  proposals: number;
  seats?: number;
  plan?: Partial<PlannedRanking>;
  /** Leaves a text without its reviewer. */
  unreviewed?: boolean;
};

/**
 * Rankings of a workers' assembly from their plan to their publication. `chair` presides over the
 * votes of every assembly apart that is made here.
 */
export async function createRankingWorld(workers = 6) {
  const world = await createLineWorld(workers);
  const { pool, platform, at, first, second, done } = world;
  const decisions = createDecisionsFeature(platform);
  const secrets = createUrnSecrets(createSealing(platform.env));
  const apart = new Map<string, string>();

  const planOf = (slug: string, plan: Partial<PlannedRanking> = {}) => ({
    ...{ slug, method: DEFAULT_PLAN.method, reason: "", least: 3, most: 10, seal: "server" },
    ...{ opensAt: OPENS, closesAt: CLOSES },
    ...plan,
  });

  /** An edition whose list is frozen and whose roll is closed, as it was planned before. */
  async function frozen({ proposals, seats = 8, plan, unreviewed = false }: NewRanking) {
    const edition = await world.addEdition({ seats });
    await done(first, "workers-ranking.plan", planOf(edition.slug, plan));
    const ids: string[] = [];
    for (let number = 1; number <= proposals; number += 1) {
      ids.push(await world.addProposal({ editionId: edition.id, author: first, number }));
    }
    await pool.query(
      `INSERT INTO proposal_text (proposal_id, language, sentence, paragraph, of_revision, written_by,
         reviewed_by)
       SELECT id, 'nl', 'Een eis', 'Waarom', 0, $2, $3 FROM unnest($1::uuid[]) AS id`,
      [unreviewed ? ids.slice(1) : ids, first.personId, second.personId],
    );
    await pool.query(
      `UPDATE workers_assembly SET stage = 'frozen', list_hash = $2, frozen_on = '2026-03-02'
       WHERE id = $1`,
      [edition.id, "a".repeat(64)],
    );
    await closeRoll(pool, { id: edition.id, campaignId: world.campaignId }, at.now);
    const { rows } = await pool.query<{ id: string }>(
      "SELECT assembly_id AS id FROM workers_assembly WHERE id = $1",
      [edition.id],
    );
    apart.set(edition.slug, rows[0]!.id);
    return { ...edition, assemblyId: rows[0]!.id };
  }

  /** Somebody in an office of the assembly of this edition. */
  const inOffice = (
    slug: string,
    role: WorkersOffice,
    person = world.workers[0]!,
  ): PersonActor => ({
    ...person,
    grants: [{ role, body: `assembly:${apart.get(slug)!}` }],
    apart: [{ assemblyId: apart.get(slug)!, part: "worker" }],
  });

  /** The vote of a frozen edition, announced and with its urn. */
  async function drawnUp(options: NewRanking) {
    const edition = await frozen(options);
    const { decisionId } = await done<{ decisionId: string }>(first, "workers-ranking.draw-up", {
      slug: edition.slug,
    });
    await prepareUrns(platform, secrets);
    return { ...edition, decisionId };
  }

  /** The same after its hours: opened, filled with these approvals, closed and counted. */
  async function counted(
    options: NewRanking,
    ballots: readonly (readonly string[] | BallotContent)[],
  ) {
    const vote = await drawnUp(options);
    at.now = DURING;
    await decisions.keepWindows();
    await fillUrn(
      { platform },
      vote.decisionId,
      ballots.map((said) =>
        encodeBallot("kind" in said ? said : { kind: "approve", options: [...said] }),
      ),
    );
    at.now = AFTER;
    await decisions.keepWindows();
    await decisions.jobs["decision.count"]({ decisionId: vote.decisionId });
    return vote;
  }

  /** Voters and others in some cities, beside those of the world. */
  async function addTurnout(
    { assemblyId, decisionId }: { assemblyId: string; decisionId: string },
    cities: Record<string, [voted: number, not: number]>,
  ): Promise<void> {
    for (const [name, [voted, not]] of Object.entries(cities)) {
      await pool.query("INSERT INTO office (id, name, language) VALUES ($1, $1, 'fr')", [name]);
      const people = await createPeople(pool, voted + not);
      const ids = people.map(({ id }) => id);
      await pool.query(
        `INSERT INTO roll_entry (assembly_id, person_id, category_id, office_id, language, shares)
         SELECT $1, id, 'worker', $2, 'fr', 0 FROM unnest($3::uuid[]) AS id`,
        [assemblyId, name, ids],
      );
      await pool.query(
        `INSERT INTO credential_issue (decision_id, elector_id, channel, batch)
         SELECT $1, id, 'online', 0 FROM unnest($2::uuid[]) AS id`,
        [decisionId, ids.slice(0, voted)],
      );
    }
  }

  return {
    ...world,
    decisions,
    addTurnout,
    planOf,
    frozen,
    drawnUp,
    counted,
    inOffice,
    DURING,
    AFTER,
  };
}

export type RankingWorld = Awaited<ReturnType<typeof createRankingWorld>>;
