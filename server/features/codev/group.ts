import type { PoolClient } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { CycleDate, Group, Member } from "#domain/codev/rotation.ts";
import { plan } from "#domain/codev/rotation.ts";
import type { CycleState, Mode } from "#domain/codev/words.ts";
import type { Client } from "./rows.ts";

/** A cycle as its acts need it. */
export type CycleRow = {
  id: string;
  name: string;
  state: CycleState;
  language: Language;
  mode: Mode;
  officeId?: string;
};

/** A cycle, held until the end of the transaction. */
export async function lockCycle(
  client: PoolClient,
  cycleId: string,
): Promise<CycleRow | undefined> {
  const { rows } = await client.query<CycleRow>(
    `SELECT id, name, state, language, mode, office_id AS "officeId"
     FROM codev_cycle WHERE id = $1 FOR NO KEY UPDATE`,
    [cycleId],
  );
  return rows[0] && withoutNulls(rows[0]);
}

/** The ledger of a group: who is in it, its dates, whose turn is when. */
export async function loadGroup(client: Client, cycleId: string): Promise<Group> {
  const members = await client.query<Member>(
    `SELECT person_id AS id, lot, state = 'active' AS active FROM codev_participant
     WHERE cycle_id = $1 AND state IN ('active', 'left') ORDER BY lot`,
    [cycleId],
  );
  const dates = await client.query<CycleDate>(
    `SELECT s.id, s.position, s.spare, s.state,
       coalesce((SELECT array_agg(a.person_id) FROM codev_attendance a
         WHERE a.session_id = s.id AND a.state = 'excused'), '{}') AS excused,
       coalesce((SELECT json_agg(json_build_object(
           'clientId', t.client_id, 'place', t.place, 'state', t.state) ORDER BY t.place)
         FROM codev_turn t WHERE t.session_id = s.id), '[]') AS turns
     FROM codev_session s WHERE s.cycle_id = $1 ORDER BY s.position`,
    [cycleId],
  );
  return { members: members.rows, dates: dates.rows };
}

/** Writes what changed of turns and of dates that were held or postponed; the rest keeps its rows. */
export async function saveGroup(
  client: PoolClient,
  cycleId: string,
  { dates }: Group,
): Promise<void> {
  const turns = JSON.stringify(
    dates.flatMap(({ id, turns: on }) =>
      on.map(({ clientId, place, state }) => ({
        session_id: id,
        client_id: clientId,
        place,
        state,
      })),
    ),
  );
  const given = `SELECT * FROM jsonb_to_recordset($2::jsonb)
    AS g (session_id uuid, client_id uuid, place smallint, state text)`;
  await client.query(
    `DELETE FROM codev_turn t WHERE t.cycle_id = $1 AND NOT EXISTS (
       SELECT FROM (${given}) g WHERE (g.session_id, g.client_id, g.place, g.state)
         = (t.session_id, t.client_id, t.place, t.state))`,
    [cycleId, turns],
  );
  await client.query(
    `INSERT INTO codev_turn (cycle_id, session_id, client_id, place, state)
     SELECT $1, g.session_id, g.client_id, g.place, g.state FROM (${given}) g
     WHERE NOT EXISTS (
       SELECT FROM codev_turn t WHERE (g.session_id, g.client_id, g.place, g.state)
         = (t.session_id, t.client_id, t.place, t.state))`,
    [cycleId, turns],
  );
  await client.query(
    `UPDATE codev_session s SET state = d.state, revision = revision + 1
     FROM unnest($1::uuid[], $2::text[]) AS d (id, state)
     WHERE s.id = d.id AND s.state <> d.state`,
    [dates.map(({ id }) => id), dates.map(({ state }) => state)],
  );
}

/**
 * Gives everybody who is owed a turn a date, after something else than this module changed what took
 * place. Call it in the transaction that did.
 */
export async function replan(client: PoolClient, cycleId: string): Promise<Group> {
  await lockCycle(client, cycleId);
  const group = plan(await loadGroup(client, cycleId));
  await saveGroup(client, cycleId, group);
  return group;
}
