import type { PoolClient } from "pg";

/**
 * Puts on the attendance list who voted without having entered: they were there from the opening of
 * this vote to its close, which is all that is known, and they count in its quorum (rules §1.8).
 * Paper and helped ballots are given at a desk of the main room. Not of whom a delegate votes for,
 * nor where ballots are cast outside of a meeting.
 */
export async function enterVoters(
  client: PoolClient,
  decisionId: string,
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO attendance (id, assembly_id, person_id, channel, site_id, arrived_at, left_at)
     SELECT uuidv7(), d.assembly_id, roll.person_id, 'vote',
       CASE WHEN i.channel IN ('assisted', 'paper') THEN (
         SELECT s.id FROM site s WHERE s.assembly_id = d.assembly_id AND s.kind = 'main'
         ORDER BY s.position LIMIT 1) END,
       d.opened_at, greatest($2, d.opened_at)
     FROM decision d
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     LEFT JOIN credential_issue i ON i.decision_id = d.id AND i.elector_id = roll.person_id
     WHERE d.id = $1 AND NOT d.rehearsal AND d.legal_channel IN ('in_room', 'live_remote')
       AND (i.elector_id IS NOT NULL OR EXISTS (
         SELECT FROM ballot b WHERE b.decision_id = d.id AND b.elector_id = roll.person_id))
       AND NOT EXISTS (SELECT FROM mandate m WHERE m.assembly_id = d.assembly_id
         AND m.giver_id = roll.person_id AND m.state = 'accepted')
       AND NOT EXISTS (SELECT FROM attendance t WHERE t.assembly_id = d.assembly_id
         AND t.person_id = roll.person_id AND t.arrived_at <= $2
         AND (t.left_at IS NULL OR t.left_at >= d.opened_at))
     ORDER BY roll.person_id`,
    [decisionId, now],
  );
}
