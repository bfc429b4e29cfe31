import type { PoolClient } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { settle } from "../../notifications/notify.ts";
import type { Edition } from "../edition.ts";
import { keepVersion } from "./on-proposal.ts";
import { mergeKey, tellOfMerged } from "./tell.ts";

type Merge = { mergeId: string; edition: Edition; parts: readonly string[] };

/**
 * The wording that all authors agreed to stands as a proposal of its own. Everybody who was behind
 * one of the others is behind it, once each, and whoever wrote one of them is an author; what they
 * were, with where they came from, stays as it was, and goes on in this one.
 */
export async function carryOut(
  platform: Platform,
  client: PoolClient,
  { mergeId, edition, parts }: Merge,
): Promise<void> {
  const now = platform.clock.now();
  const id = platform.random.uuid();
  await client.query(
    `INSERT INTO proposal (id, workers_assembly_id, kind, theme, city, language, sentence, paragraph,
       proposed_on, also_themes, also_cities)
     SELECT $1, m.workers_assembly_id, m.kind, m.theme, m.city, m.language, m.sentence, m.paragraph,
       $3, ${others("theme")}, ${others("city")}
     FROM proposal_merge m WHERE m.id = $2`,
    [id, mergeId, dayInBrussels(now)],
  );
  const { rows } = await client.query<{ person: string }>(
    `INSERT INTO proposal_person (proposal_id, person_id, part)
     SELECT $1, person_id, CASE WHEN bool_or(part = 'author') THEN 'author' ELSE 'supporter' END
     FROM proposal_person WHERE proposal_id = ANY($2::uuid[]) GROUP BY person_id
     RETURNING person_id AS person`,
    [id, parts],
  );
  await client.query(
    `UPDATE proposal SET supports = (SELECT count(*) FROM proposal_person
       WHERE proposal_id = $1 AND part = 'supporter') WHERE id = $1`,
    [id],
  );
  await client.query(
    "UPDATE proposal SET state = 'merged', merged_into = $1 WHERE id = ANY($2::uuid[])",
    [id, parts],
  );
  await client.query("UPDATE proposal_merge SET state = 'done', result_id = $2 WHERE id = $1", [
    mergeId,
    id,
  ]);
  await keepVersion(client, id, dayInBrussels(now));
  await settle(platform, client, mergeKey(mergeId));
  await tellOfMerged(platform, client, { edition, id, to: rows.map(({ person }) => person) });
}

/** SQL: what the parts of merge `m` bring besides its own theme or city. */
const others = (what: "theme" | "city") => `
  coalesce((SELECT array_agg(DISTINCT brought.one ORDER BY brought.one)
    FROM proposal_merge_part o JOIN proposal p ON p.id = o.proposal_id
    CROSS JOIN LATERAL unnest(p.also_${what === "theme" ? "themes" : "cities"} || p.${what})
      AS brought (one)
    WHERE o.merge_id = m.id AND brought.one NOT IN ('', m.${what})), '{}')`;
