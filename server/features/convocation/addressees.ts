import type { ClientBase, PoolClient } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { ConvocationCounts } from "#wire/convocation.ts";
import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";

type Client = Pick<ClientBase, "query">;

// Whoever is a member on the day of the assembly as the register knows it now, and the board's
// members beside them (CSA 2:32, rules §1.3). $1 assembly, $2 its day.
const CALLED = `
  SELECT person_id, 'member' AS capacity FROM (${MEMBERS_ON_A_DAY}) AS m
  UNION ALL
  SELECT DISTINCT g.person_id, 'director' FROM role_grant g
  WHERE g.role = 'director' AND g.valid_from <= $2::date
    AND (g.valid_to IS NULL OR g.valid_to >= $2::date)
    AND g.person_id NOT IN (SELECT person_id FROM (${MEMBERS_ON_A_DAY}) AS m)`;

const HAS_MAIL = "(p.email IS NOT NULL AND p.email_status <> 'bounced')";

/**
 * Notes who is to be convened, how, and with which text: everybody who is not noted yet, in one
 * statement. Once the convocation left it finds who was admitted since. Returns how many.
 */
export async function freezeAddressees(
  client: Client,
  { assemblyId, day, now }: { assemblyId: string; day: string; now: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO convocation_addressee (assembly_id, person_id, capacity, channel, language,
       address, text_hash, frozen_at)
     SELECT c.assembly_id, p.id, called.capacity, CASE WHEN ${HAS_MAIL} THEN 'mail' ELSE 'post' END,
       p.language, CASE WHEN ${HAS_MAIL} THEN p.email ELSE p.postal END,
       coalesce(c.hashes ->> p.language, c.hashes ->> 'fr'), $3
     FROM (${CALLED}) AS called JOIN person p ON p.id = called.person_id
     JOIN convocation c ON c.assembly_id = $1
     ON CONFLICT DO NOTHING`,
    [assemblyId, day, now],
  );
  return rowCount ?? 0;
}

/** How many would be convened by mail and by post, before anything is sent. */
export async function expectedAddressees(
  client: Client,
  { assemblyId, day }: { assemblyId: string; day: string },
): Promise<{ byMail: number; byPost: number }> {
  const { rows } = await client.query<{ byMail: number; byPost: number }>(
    `SELECT count(*) FILTER (WHERE ${HAS_MAIL})::int AS "byMail",
       count(*) FILTER (WHERE NOT ${HAS_MAIL})::int AS "byPost"
     FROM (${CALLED}) AS called JOIN person p ON p.id = called.person_id`,
    [assemblyId, day],
  );
  return rows[0] ?? { byMail: 0, byPost: 0 };
}

/** An addressee who is convened by a letter: from the start, or because the mail did not arrive. */
export const BY_LETTER = "(a.channel = 'post' OR a.outcome IN ('bounced', 'given-up'))";

export async function addresseeCounts(
  client: Client,
  { assemblyId, day }: { assemblyId: string; day: string },
): Promise<ConvocationCounts> {
  const how = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;
  const { rows } = await client.query<ConvocationCounts>(
    `SELECT count(*)::int AS addressees, ${how("channel = 'mail'")} AS "byMail",
       ${how("written_at IS NOT NULL")} AS written, ${how("outcome = 'taken'")} AS taken,
       ${how("outcome = 'kept'")} AS kept, ${how("outcome = 'bounced'")} AS bounced,
       ${how("outcome = 'given-up'")} AS "givenUp", ${how(BY_LETTER)} AS letters,
       ${how(`${BY_LETTER} AND posted_at IS NOT NULL`)} AS posted,
       (SELECT count(*)::int FROM (${CALLED}) AS called WHERE NOT EXISTS (
         SELECT FROM convocation_addressee known
         WHERE known.assembly_id = $1 AND known.person_id = called.person_id)) AS unproven
     FROM convocation_addressee a WHERE a.assembly_id = $1`,
    [assemblyId, day],
  );
  const [counts] = rows;
  if (!counts) throw new Error("An aggregate has one row");
  return counts;
}

/** The letters that were known of at an instant left for the post today. */
export async function markPosted(
  client: PoolClient,
  {
    assemblyId,
    until,
    now,
    personId,
  }: { assemblyId: string; until: Date; now: Date; personId: string },
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE convocation_addressee a SET posted_at = $3, posted_by = $4, posted_to = p.postal
     FROM person p WHERE p.id = a.person_id AND a.assembly_id = $1 AND ${BY_LETTER}
       AND a.posted_at IS NULL AND a.frozen_at <= $2
       AND (a.outcome_at IS NULL OR a.outcome_at <= $2)`,
    [assemblyId, until, now, personId],
  );
  return rowCount ?? 0;
}

/** Whether a convocation that leaves at this instant is in time. */
export function leavesInTime(last: string, now: Date): boolean {
  return dayInBrussels(now) <= last;
}
