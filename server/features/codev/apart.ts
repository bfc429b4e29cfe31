import { mayCompete, type Applicant, type Pair } from "#domain/codev/matching.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Client } from "./rows.ts";

/**
 * Everybody who must not be in one group with somebody, whoever said so: what was declared, and who
 * follows whose file. SQL; that two are kept apart, not why nor by whom.
 */
const APART = `
  SELECT low_id AS a, high_id AS b FROM codev_conflict
  UNION SELECT least(adviser_id, member_id), greatest(adviser_id, member_id) FROM codev_file`;

/** Those of these people who are kept apart from each other. */
export async function apartAmong(client: Client, ids: readonly string[]): Promise<Pair[]> {
  const { rows } = await client.query<{ a: string; b: string }>(
    `SELECT a, b FROM (${APART}) k WHERE a = ANY ($1) AND b = ANY ($1)`,
    [ids],
  );
  return rows.map(({ a, b }) => [a, b]);
}

/** Everybody in a group, with the two who lead it. */
export async function everybodyIn(
  client: Client,
  cycleId: string,
): Promise<{ participants: string[]; leaders: string[] }> {
  const { rows } = await client.query<{ id: string; leads: boolean }>(
    `SELECT person_id AS id, false AS leads FROM codev_participant
     WHERE cycle_id = $1 AND state <> 'left'
     UNION ALL SELECT person_id, true FROM codev_pair WHERE cycle_id = $1`,
    [cycleId],
  );
  const of = (leads: boolean) => rows.filter((row) => row.leads === leads).map(({ id }) => id);
  return { participants: of(false), leaders: of(true) };
}

/**
 * Whether these people may be a group under these two: nobody kept apart from another, nobody who
 * leads whose file or rival is there, no two after the same clients (rules 2.3). Asked of every act
 * that makes a group or adds to it.
 */
export async function checkTogether(
  client: Client,
  { participants, leaders }: { participants: readonly string[]; leaders: readonly string[] },
): Promise<Result<null>> {
  const everybody = [...participants, ...leaders];
  const pairs = await apartAmong(client, everybody);
  if (pairs.length > 0) return refuse("codev-conflict");
  const { rows } = await client.query<Applicant>(
    `SELECT person_id AS id, language, mode, office_id AS "officeId", sector, trade, slots
     FROM codev_application WHERE person_id = ANY ($1)`,
    [everybody],
  );
  const known = withoutNulls(rows);
  const rivals = known.some((one, at) => known.slice(at + 1).some((two) => mayCompete(one, two)));
  return rivals ? refuse("codev-competitors") : ok(null);
}

/** The same of a group as it stands, with somebody more, or with another who leads. */
export async function checkGroup(
  client: Client,
  cycleId: string,
  change: { with?: string; leads?: string; instead?: string | undefined } = {},
): Promise<Result<null>> {
  const { participants, leaders } = await everybodyIn(client, cycleId);
  const more = change.with ? [change.with] : [];
  const led = leaders.filter((id) => id !== change.instead);
  return checkTogether(client, {
    participants: [...new Set([...participants, ...more])],
    leaders: [...led, ...(change.leads ? [change.leads] : [])],
  });
}
