import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  type MemberCount,
  publishRegions,
  type RegionalTrait,
} from "#domain/programme/regional-figures.ts";
import type { Platform } from "../../platform/platform.ts";
import { MEMBERS_ON_A_DAY, seniorityBand } from "../membership/members-sql.ts";
import { arrange } from "./arrange.ts";
import type { Client } from "./rows.ts";

/**
 * Takes the key figures of the regions as they are today, once for an assembly, and keeps only what
 * may be published.
 */
export function takeFigures(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { assemblyId, action: "programme.figures-taken" } as const;
  return arrange(platform, actor, change, async (client) => {
    const today = dayInBrussels(platform.clock.now());
    const taken = await keepFigures(client, assemblyId, today);
    return taken ? ok(null) : refuse("figures-taken");
  });
}

/** False where they were taken before. */
export async function keepFigures(
  client: Pick<PoolClient, "query">,
  assemblyId: string,
  day: string,
): Promise<boolean> {
  const counts = await countMembers(client, assemblyId, day);
  const { rowCount } = await client.query(
    `INSERT INTO regional_figures (assembly_id, as_of, tables) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [assemblyId, day, publishRegions(counts)],
  );
  return rowCount === 1;
}

type Row = MemberCount & { trait: RegionalTrait };

async function countMembers(
  client: Client,
  assemblyId: string,
  day: string,
): Promise<Record<RegionalTrait, MemberCount[]>> {
  const { rows } = await client.query<Row>(
    `WITH member AS (
       SELECT m.office_id AS office, m.category_id AS category, m.language, first.since
       FROM (${MEMBERS_ON_A_DAY}) AS m
       LEFT JOIN (SELECT person_id, min(effective_on) AS since FROM membership_event
         WHERE kind = 'admitted' GROUP BY person_id) AS first ON first.person_id = m.person_id
       WHERE m.office_id IS NOT NULL
     ), told AS (
       SELECT office, category, language, ${seniorityBand("since", "$2::date")} AS seniority FROM member
     ), counted AS (
       SELECT 'category' AS trait, office, category AS value, count(*)::int AS members
       FROM told GROUP BY office, category
       UNION ALL
       SELECT 'language', office, language, count(*)::int FROM told GROUP BY office, language
       UNION ALL
       SELECT 'seniority', office, seniority, count(*)::int FROM told GROUP BY office, seniority)
     SELECT trait, office, value, members FROM counted
     ORDER BY (SELECT sum(c.members) FROM counted c WHERE c.office = counted.office) DESC, office,
       array_position(ARRAY['A', 'B', 'C', 'fr', 'nl', 'de', 'en',
         'under-2', 'from-2', 'from-5', 'from-10'], value)`,
    [assemblyId, day],
  );
  const of = (trait: RegionalTrait) => rows.filter((row) => row.trait === trait);
  return { category: of("category"), language: of("language"), seniority: of("seniority") };
}
