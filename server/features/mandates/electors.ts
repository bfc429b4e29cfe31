import type { PoolClient } from "pg";
import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";
import type { MandateRules } from "./change-mandates.ts";

/**
 * Which of these persons may vote at the assembly: by its roll or, before it is taken, by what the
 * register says today.
 */
export async function electorsAmong(
  client: PoolClient,
  { assemblyId, rollAsOf }: MandateRules,
  persons: readonly string[],
  today: string,
): Promise<Set<string>> {
  const { rows } = rollAsOf
    ? await client.query<{ id: string }>(
        "SELECT person_id AS id FROM roll_entry WHERE assembly_id = $1 AND person_id = ANY($2)",
        [assemblyId, persons],
      )
    : await client.query<{ id: string }>(
        `SELECT person_id AS id FROM (${MEMBERS_ON_A_DAY}) AS member WHERE person_id = ANY($3)`,
        [assemblyId, today, persons],
      );
  return new Set(rows.map(({ id }) => id));
}

/** Everybody who may vote, for the tenth that one person may hold. */
export async function countElectors(
  client: PoolClient,
  { assemblyId, rollAsOf }: MandateRules,
  today: string,
): Promise<number> {
  const { rows } = rollAsOf
    ? await client.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM roll_entry WHERE assembly_id = $1",
        [assemblyId],
      )
    : await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM (${MEMBERS_ON_A_DAY}) AS member`,
        [assemblyId, today],
      );
  return rows[0]?.n ?? 0;
}
