import type { ClientBase } from "pg";
import type { Channel, Interval } from "#domain/check-in/interval.ts";

type Representation = { legal: string; natural: string };

/**
 * The legal persons that any of these people represents on the day, each with all who represent it.
 */
export async function representationsOf(
  client: ClientBase,
  assemblyId: string,
  persons: string[],
): Promise<Representation[]> {
  const { rows } = await client.query<Representation>(
    `WITH valid AS (
       SELECT r.legal_person_id AS legal, r.representative_id AS natural
       FROM representation r JOIN assembly a ON a.id = $1
       WHERE r.valid_from <= a.day AND (r.valid_to IS NULL OR r.valid_to >= a.day)
     )
     SELECT DISTINCT legal, "natural" FROM valid
     WHERE legal IN (SELECT legal FROM valid WHERE "natural" = ANY($2::uuid[]))`,
    [assemblyId, persons],
  );
  return rows;
}

/** One order for everybody who works on the presence of the same people. */
export async function lockPersons(client: ClientBase, persons: Iterable<string>): Promise<void> {
  await client.query(
    "SELECT id FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
    [[...persons]],
  );
}

export async function intervalsOf(
  client: ClientBase,
  assemblyId: string,
  persons: string[],
): Promise<Map<string, Interval[]>> {
  const { rows } = await client.query<{
    person: string;
    from: Date;
    to: Date | null;
    siteId: string | null;
    channel: Channel;
  }>(
    `SELECT person_id AS person, arrived_at AS "from", left_at AS "to", site_id AS "siteId", channel
     FROM attendance WHERE assembly_id = $1 AND person_id = ANY($2::uuid[]) ORDER BY arrived_at`,
    [assemblyId, persons],
  );
  const found = new Map<string, Interval[]>();
  for (const { person, from, to, siteId, channel } of rows) {
    const interval: Interval = {
      from: from.getTime(),
      ...(to ? { to: to.getTime() } : {}),
      ...(siteId ? { siteId } : {}),
      channel,
    };
    found.set(person, [...(found.get(person) ?? []), interval]);
  }
  return found;
}

/** Writes what is another interval than before, and nothing else; returns whose were. */
export async function writeIntervals(
  client: ClientBase,
  assemblyId: string,
  before: ReadonlyMap<string, Interval[]>,
  after: ReadonlyMap<string, Interval[]>,
): Promise<string[]> {
  const gone: { person: string; interval: Interval }[] = [];
  const come: { person: string; interval: Interval }[] = [];
  for (const [person, intervals] of after) {
    const old = before.get(person) ?? [];
    const known = new Set(old.map(keyOf));
    const wanted = new Set(intervals.map(keyOf));
    gone.push(
      ...old.filter((one) => !wanted.has(keyOf(one))).map((one) => ({ person, interval: one })),
    );
    come.push(
      ...intervals
        .filter((one) => !known.has(keyOf(one)))
        .map((one) => ({ person, interval: one })),
    );
  }
  if (gone.length > 0) {
    await client.query(
      `DELETE FROM attendance t USING unnest($2::uuid[], $3::timestamptz[]) AS g (person, arrived)
       WHERE t.assembly_id = $1 AND t.person_id = g.person AND t.arrived_at = g.arrived`,
      [assemblyId, gone.map((one) => one.person), gone.map((one) => new Date(one.interval.from))],
    );
  }
  if (come.length > 0) await insertIntervals(client, assemblyId, come);
  return [...new Set([...gone, ...come].map((one) => one.person))];
}

async function insertIntervals(
  client: ClientBase,
  assemblyId: string,
  come: { person: string; interval: Interval }[],
): Promise<void> {
  // Who enters online at this very moment has an open interval already: it becomes this one.
  await client.query(
    `INSERT INTO attendance (id, assembly_id, person_id, arrived_at, left_at, site_id, channel)
     SELECT uuidv7(), $1, person, arrived, gone, site, channel
     FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::uuid[], $6::text[])
       AS c (person, arrived, gone, site, channel)
     ON CONFLICT (assembly_id, person_id) WHERE left_at IS NULL
     DO UPDATE SET site_id = excluded.site_id, channel = excluded.channel,
       arrived_at = excluded.arrived_at`,
    [
      assemblyId,
      come.map((one) => one.person),
      come.map(({ interval }) => new Date(interval.from)),
      come.map(({ interval }) => (interval.to === undefined ? null : new Date(interval.to))),
      come.map(({ interval }) => interval.siteId ?? null),
      come.map(({ interval }) => interval.channel),
    ],
  );
}

function keyOf({ from, to, siteId, channel }: Interval): string {
  return [from, to, siteId, channel].join("/");
}
