import { withoutNulls } from "#domain/kernel/json.ts";
import type { CycleCard } from "#wire/ledger-pages.ts";
import type { Client } from "./repository.ts";

const people = (stakeholder: string) =>
  `coalesce(sum((g.figures->>'${stakeholder}')::int), 0)::int`;

/**
 * Cycles of working groups with who took part. A group has fifteen people and cells of one to seven:
 * those are not published (rules 5.3), their sums are.
 */
export async function cycleCards(client: Client): Promise<CycleCard[]> {
  const { rows } = await client.query<CycleCard>(
    `SELECT g.cycle, g.year,
       json_agg(json_build_object('slug', g.slug, 'title', g.title, 'items', (
         SELECT count(*) FROM ledger_item i WHERE i.group_id = g.id AND i.state <> 'draft'))
         ORDER BY g.position) AS groups,
       json_build_object('members', ${people("members")}, 'partners', ${people("partners")},
         'permanents', ${people("permanents")}, 'total',
         ${people("members")} + ${people("partners")} + ${people("permanents")}) AS participants,
       (SELECT c.figures FROM ledger_cycle c
        WHERE c.cycle = g.cycle AND c.year = g.year) AS figures
     FROM ledger_group g GROUP BY g.cycle, g.year
     HAVING least(${people("members")}, ${people("partners")}, ${people("permanents")}) >= 5
     ORDER BY g.year DESC, g.cycle LIMIT 20`,
  );
  return rows.map(withoutNulls);
}
