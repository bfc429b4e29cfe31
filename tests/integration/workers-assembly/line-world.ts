import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { DEFAULT_PROFILE } from "#domain/decisions/statute-profile.ts";
import type { Stage } from "#domain/workers-assembly/stage.ts";
import { createWorkersAssemblyFeature } from "#server/features/workers-assembly/index.ts";
import { acting } from "../../support/acting.ts";
import { createCampaignWorld } from "../surveys/campaign.ts";

/** The campaign of createCampaignWorld has these; it gives ids to its themes in their order. */
const CITIES = [
  ["bruxelles", "Bruxelles"],
  ["gent", "Gent"],
] as const;

type NewEdition = { slug?: string; stage?: Stage; seats?: number; previousId?: string };

export type NewProposal = {
  editionId: string;
  author: PersonActor;
  number?: number;
  kind?: "action" | "demand";
  theme?: string;
  city?: string;
  language?: string;
  sentence?: string;
  paragraph?: string;
};

/**
 * A workers' assembly that gathers proposals: `first` and `second` coordinate it, an observer of the
 * management looks on, an organiser, a director and an adviser are on the employer's side, and
 * `workers` (the coordinators not counted) belong to two offices in turn. `at.now` is the clock.
 */
export async function createLineWorld(workers = 6) {
  const world = await createCampaignWorld(workers + 2);
  const { pool, platform, slug: campaignSlug, observer } = world;
  await pool.query(
    `INSERT INTO statute_profile (version, effective_from, values) VALUES ('test', '2020-01-01', $1)
     ON CONFLICT DO NOTHING`,
    [DEFAULT_PROFILE],
  );
  for (const office of CITIES) {
    await pool.query("INSERT INTO office (id, name, language) VALUES ($1, $2, 'fr')", [...office]);
  }
  const others = world.others.slice(2);
  for (const [at, { personId }] of others.entries()) {
    await pool.query("UPDATE person SET office_id = $2 WHERE id = $1", [
      personId,
      CITIES[at % CITIES.length]![0],
    ]);
  }
  const { rows } = await pool.query<{ id: string; themes: { id: string }[] }>(
    "UPDATE campaign SET published_on = '2026-03-01' WHERE slug = $1 RETURNING id, themes",
    [campaignSlug],
  );
  const { id: campaignId, themes } = rows[0]!;
  await pool.query(
    `INSERT INTO campaign_person (campaign_id, person_id, part, since)
     VALUES ($1, $2, 'observer', '2026-03-01')`,
    [campaignId, observer.personId],
  );
  const feature = createWorkersAssemblyFeature(platform);
  const { run, done } = acting(feature);

  /** Another edition of the campaign, and its id. */
  async function addEdition(more: NewEdition = {}): Promise<{ id: string; slug: string }> {
    const edition = { id: randomUUID(), slug: `assemblee-${randomUUID().slice(0, 8)}`, ...more };
    const { stage = "gathering", seats = 8, previousId = null } = more;
    const frozen = stage === "gathering" ? null : "2026-03-01";
    await pool.query(
      `INSERT INTO workers_assembly (id, slug, campaign_id, titles, stage, seats, meets_on, place,
         list_hash, frozen_on, previous_id, created_on)
       VALUES ($1, $2, $3, '{"fr":"Assemblée","nl":"Assemblee"}', $4, $5, '2026-06-10', 'Bruxelles',
         $6, $7, $8, '2026-03-01')`,
      [
        ...[edition.id, edition.slug, campaignId, stage, seats],
        ...[frozen && "0".repeat(64), frozen, previousId],
      ],
    );
    return edition;
  }

  /** A proposal as its table has it: give a number where the list is frozen. */
  async function addProposal({ editionId, author, number, ...said }: NewProposal): Promise<string> {
    const id = randomUUID();
    const text = {
      ...{ kind: "demand", theme: themes[0]!.id, city: "bruxelles", language: "fr" },
      ...{ sentence: `Une demande ${id.slice(0, 6)}`, paragraph: "Pourquoi nous la portons." },
      ...said,
    };
    await pool.query(
      `INSERT INTO proposal (id, workers_assembly_id, number, kind, theme, city, language, sentence,
         paragraph, proposed_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-03-02')`,
      [
        ...[id, editionId, number ?? null, text.kind, text.theme, text.city, text.language],
        ...[text.sentence, text.paragraph],
      ],
    );
    await pool.query("INSERT INTO proposal_person VALUES ($1, $2, 'author')", [
      id,
      author.personId,
    ]);
    return id;
  }

  const edition = await addEdition({ slug: "premiere" });
  return {
    ...world,
    ...{ feature, run, done, edition, campaignId, themes, addEdition, addProposal },
    /** Workers without an office of the assembly: the first in Brussels, the next in Ghent … */
    workers: others,
  };
}

export type LineWorld = Awaited<ReturnType<typeof createLineWorld>>;
