import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language, Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayCoordinate } from "#domain/surveys/campaign.ts";
import type { Stage } from "#domain/workers-assembly/stage.ts";
import type { Theme } from "#wire/survey-pages.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import { isoDay } from "../../platform/instants.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { asCoordinator, type Client, standingIn } from "../surveys/standing.ts";

export type { Client };

/** One workers' assembly as its table has it, with what its campaign says. */
export type Edition = {
  id: string;
  slug: string;
  campaignId: string;
  campaignSlug: string;
  campaignTitles: Translated;
  themes: Theme[];
  assemblyId?: string;
  session?: string;
  titles: Translated;
  stage: Stage;
  seats: number;
  languages: Language[];
  meetsOn?: string;
  place: string;
  listHash?: string;
  frozenOn?: string;
  rankingId?: string;
  adoptionId?: string;
  gradingId?: string;
  previousId?: string;
  revision: number;
};

const EDITION = `
  SELECT w.id, w.slug, w.campaign_id AS "campaignId", c.slug AS "campaignSlug",
    c.titles AS "campaignTitles", c.themes, w.assembly_id AS "assemblyId", a.slug AS session,
    w.titles, w.stage, w.seats, w.languages, ${isoDay("w.meets_on")} AS "meetsOn", w.place,
    w.list_hash AS "listHash", ${isoDay("w.frozen_on")} AS "frozenOn",
    w.ranking_id AS "rankingId", w.adoption_id AS "adoptionId", w.grading_id AS "gradingId",
    w.previous_id AS "previousId", w.revision
  FROM workers_assembly w JOIN campaign c ON c.id = w.campaign_id
  LEFT JOIN assembly a ON a.id = w.assembly_id`;

export async function findEdition(client: Client, slug: string): Promise<Edition | undefined> {
  const { rows } = await client.query<Edition>(`${EDITION} WHERE w.slug = $1`, [slug]);
  return rows[0] && withoutNulls(rows[0]);
}

/** The same, locked until the transaction ends. */
export async function lockEdition(client: Client, slug: string): Promise<Edition | undefined> {
  await client.query("SELECT FROM workers_assembly WHERE slug = $1 FOR UPDATE", [slug]);
  return findEdition(client, slug);
}

/** The head of a page for this reader. */
export async function editionHead(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  actor: Actor,
  edition: Edition,
): Promise<EditionHead> {
  const { slug, titles, stage, seats, place, campaignSlug, campaignTitles, themes } = edition;
  const standing =
    actor.kind === "person"
      ? await standingIn(pool, edition.campaignId, actor.personId, dayInBrussels(clock.now()))
      : undefined;
  return {
    slug,
    titles,
    stage,
    seats,
    place,
    ...(edition.meetsOn ? { meetsOn: edition.meetsOn } : {}),
    ...(edition.session ? { session: edition.session } : {}),
    campaign: { slug: campaignSlug, titles: campaignTitles, themes },
    coordinates: standing !== undefined && mayCoordinate(standing),
    observes: standing?.part === "observer",
  };
}

/** Work of who coordinates a workers' assembly, which is locked meanwhile. */
export function onEdition<T>(
  platform: Platform,
  actor: Actor,
  slug: string,
  work: (client: PoolClient, edition: Edition, by: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const edition = await lockEdition(client, slug);
    if (!edition) return refuse("not-found");
    const by = await asCoordinator(platform, client, actor, edition.campaignId);
    return by.ok ? work(client, edition, by.value) : by;
  });
}

/** The workers' assembly, where the actor coordinates it: for pages. */
export async function seenByCoordinator(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<Edition>> {
  const edition = await findEdition(platform.pool, slug);
  if (!edition) return refuse("not-found");
  const by = await asCoordinator(platform, platform.pool, actor, edition.campaignId);
  return by.ok ? ok(edition) : by;
}

/** What was done, for the journal of those in office; never who proposed, supported or chose what. */
export function noteOn(
  client: Client,
  act: { actorId: string | null; action: string; editionId: string; reason?: string; at: Date },
): Promise<void> {
  const { editionId, reason = "", ...entry } = act;
  return journal(client, { ...entry, reason, subject: `workers-assembly:${editionId}` });
}
