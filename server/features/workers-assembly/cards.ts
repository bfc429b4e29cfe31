import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { SourceKind } from "#domain/workers-assembly/stage.ts";
import type { CameOfIt, GatheringEdition, ProposalsOfIt } from "#wire/workers-assembly.ts";
import { employerSide } from "../../platform/employer-side.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Client } from "./edition.ts";
import { ASKS } from "./proposals/standing.ts";

/** So many are linked; the others are counted. */
const LINKED = 12;

type From = { kinds: readonly SourceKind[]; source: string };

/**
 * What a page of something that feeds proposals says of them. `mayFeed`: the reader belongs to it, and
 * it is far enough; then every edition in which they may propose is named.
 */
export async function proposalsOfIt(
  platform: Pick<Platform, "pool" | "clock">,
  actor: Actor,
  from: From,
  mayFeed: boolean,
): Promise<ProposalsOfIt> {
  const [came, proposeIn] = await Promise.all([
    cameOf(platform.pool, from),
    mayFeed ? gatheringFor(platform, actor) : [],
  ]);
  return { ...came, proposeIn };
}

/**
 * Where the reader may propose today, the latest first: those whom a campaign asks, without the
 * employer's side and those who observe for it.
 */
export async function gatheringFor(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  actor: Actor,
): Promise<GatheringEdition[]> {
  if (actor.kind !== "person") return [];
  const { rows } = await pool.query<GatheringEdition>(
    `SELECT w.slug, w.titles FROM workers_assembly w
     JOIN campaign c ON c.id = w.campaign_id JOIN person p ON p.id = $1
     WHERE w.stage = 'gathering' AND ${ASKS({ day: "$2::date", member: "$3::boolean" })}
       AND NOT ${employerSide("p.id", "$2::date")}
       AND NOT EXISTS (SELECT FROM campaign_person o
         WHERE o.campaign_id = c.id AND o.person_id = p.id AND o.part = 'observer')
     ORDER BY w.created_on DESC, w.id DESC LIMIT 10`,
    [actor.personId, dayInBrussels(clock.now()), actor.isMember],
  );
  return rows;
}

/** What came of it, as it goes on: a wording that was merged with others is met in theirs. */
async function cameOf(client: Client, { kinds, source }: From): Promise<CameOfIt> {
  const { rows } = await client.query<CameOfIt["proposals"][number] & { total: number }>(
    `WITH RECURSIVE road AS (
       SELECT p.id, p.merged_into FROM proposal_source s JOIN proposal p ON p.id = s.proposal_id
       WHERE s.source = $1 AND s.kind = ANY($2::text[])
       UNION
       SELECT p.id, p.merged_into FROM road JOIN proposal p ON p.id = road.merged_into
     )
     SELECT p.id, w.slug, p.number, p.language, p.sentence, (count(*) OVER ())::int AS total
     FROM proposal p JOIN workers_assembly w ON w.id = p.workers_assembly_id
     WHERE p.id IN (SELECT id FROM road) AND p.state = 'open'
     ORDER BY w.created_on DESC, p.number, p.id LIMIT ${LINKED}`,
    [source, kinds],
  );
  const proposals = rows.map(({ id, slug, number, language, sentence }) =>
    withoutNulls({ id, slug, number, language, sentence }),
  );
  return { total: rows[0]?.total ?? 0, proposals };
}
