import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Sealing } from "../../server/platform/sealing.ts";
import { createGroupTexts } from "../../server/features/codev/group-key.ts";
import { systemRandom } from "../../server/platform/random.ts";

export type TestGroup = {
  cycleId: string;
  /** In the order of the draw: the first is client first. */
  members: string[];
  lead: string;
  second: string;
  /** One a member, and two spare dates. */
  sessions: string[];
};

type Options = {
  members: readonly string[];
  lead: string;
  second: string;
  sealing: Sealing;
  /** The first date; the others follow every four weeks. */
  startsAt?: Date;
};

const FOUR_WEEKS_MS = 28 * 86_400_000;

/** A cycle that runs: everybody signed, each has a turn, the pair swaps its lead every time. */
export async function createCodevGroup(
  pool: Pool,
  { members, lead, second, sealing, startsAt = new Date() }: Options,
): Promise<TestGroup> {
  const cycleId = randomUUID();
  const sessions = Array.from({ length: members.length + 2 }, () => randomUUID());
  await pool.query(
    `INSERT INTO codev_cycle (id, name, state, language, mode, place, link, created_by, created_at,
       opened_at)
     VALUES ($1, 'Groupe d''essai', 'running', 'fr', 'room', 'Salle 2', '', $2, now(), now())`,
    [cycleId, lead],
  );
  await createGroupTexts(sealing, systemRandom).begin(pool, cycleId);
  await pool.query(
    `INSERT INTO codev_facilitator (person_id, side, stage, languages, modes, slots)
     VALUES ($1, 'member', 'ready', '{fr}', '{room}', '{}'),
       ($2, 'support', 'ready', '{fr}', '{room}', '{}') ON CONFLICT DO NOTHING`,
    [lead, second],
  );
  await pool.query(
    `INSERT INTO codev_pair (cycle_id, person_id, side, cleared_at)
     VALUES ($1, $2, 'member', now()), ($1, $3, 'support', now())`,
    [cycleId, lead, second],
  );
  await pool.query(
    `INSERT INTO codev_participant (cycle_id, person_id, state, lot, since)
     SELECT $1, person, 'active', lot, now()
     FROM unnest($2::uuid[]) WITH ORDINALITY AS given (person, lot)`,
    [cycleId, members],
  );
  for (const [at, id] of sessions.entries()) {
    const start = new Date(startsAt.getTime() + at * FOUR_WEEKS_MS);
    const pair = at % 2 === 0 ? [lead, second] : [second, lead];
    await pool.query(
      `INSERT INTO codev_session (id, cycle_id, position, spare, starts_at, ends_at, lead_id,
         second_id)
       VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '2 hours', $6, $7)`,
      [id, cycleId, at + 1, at >= members.length, start, ...pair],
    );
  }
  await pool.query(
    `INSERT INTO codev_turn (cycle_id, session_id, client_id)
     SELECT $1, session, client FROM unnest($2::uuid[], $3::uuid[]) AS turn (session, client)`,
    [cycleId, sessions.slice(0, members.length), members],
  );
  return { cycleId, members: [...members], lead, second, sessions };
}
