import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { BeginPage, OfficeHolder, OrganisePage } from "#wire/workers-organise.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, seenByCoordinator } from "../edition.ts";
import { closedRoll, countRoll } from "./close-roll.ts";

/** Where the coordination prepares an edition: names of office-holders are told to nobody else. */
export async function organisePage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<OrganisePage>> {
  const { pool, clock } = platform;
  const seen = await seenByCoordinator(platform, actor, slug);
  if (!seen.ok) return seen;
  const edition = seen.value;
  const today = dayInBrussels(clock.now());
  const [head, offices, asked, roll] = await Promise.all([
    editionHead(platform, actor, edition),
    officesOf(pool, edition, today),
    askedBy(pool, edition.campaignId),
    closedRoll(pool, edition.id),
  ]);
  return ok({
    head,
    revision: edition.revision,
    languages: edition.languages,
    titles: edition.titles,
    offices,
    ...asked,
    ...(roll ? { roll } : { wouldBe: await countRoll(pool, edition.campaignId, today) }),
    settled: edition.rankingId !== undefined,
  });
}

async function officesOf(
  client: Client,
  { assemblyId, campaignId }: Edition,
  today: string,
): Promise<OfficeHolder[]> {
  if (!assemblyId) return [];
  const { rows } = await client.query<OfficeHolder>(
    `SELECT g.id AS "grantId", g.role AS office, ${nameOf("p")} AS name,
       ${employerSide("p.id", "$3::date")} OR EXISTS (SELECT FROM campaign_person o
         WHERE o.campaign_id = $2 AND o.person_id = p.id AND o.part = 'observer') AS void
     FROM role_grant g JOIN person p ON p.id = g.person_id
     WHERE g.body = $1 AND g.valid_from <= $3::date
       AND (g.valid_to IS NULL OR g.valid_to >= $3::date)
     ORDER BY g.role, name, g.id`,
    [`assembly:${assemblyId}`, campaignId, today],
  );
  return rows;
}

type Asked = Pick<OrganisePage, "electorate" | "within" | "observers">;

async function askedBy(client: Client, campaignId: string): Promise<Asked> {
  const { rows } = await client.query<Asked>(
    `SELECT c.electorate,
       coalesce((SELECT json_agg(o.name ORDER BY o.name) FROM office o
         WHERE o.id = ANY(c.offices)), '[]') AS within,
       (SELECT count(*)::int FROM campaign_person w
        WHERE w.campaign_id = c.id AND w.part = 'observer') AS observers
     FROM campaign c WHERE c.id = $1`,
    [campaignId],
  );
  return rows[0]!;
}

/** From which campaigns the actor may begin an edition; refused where there is none. */
export async function beginPage(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<BeginPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<BeginPage["campaigns"][number]>(
    `SELECT c.slug, c.titles FROM campaign c
     JOIN campaign_person w ON w.campaign_id = c.id AND w.person_id = $1 AND w.part = 'coordinator'
     WHERE c.published_on IS NOT NULL AND NOT ${employerSide("w.person_id", "$2::date")}
     ORDER BY c.published_on DESC, c.id`,
    [actor.personId, dayInBrussels(clock.now())],
  );
  return rows.length === 0 ? refuse("not-allowed") : ok({ campaigns: rows });
}
