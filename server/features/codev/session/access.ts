import type { ClientBase } from "pg";
import type { Part } from "#domain/codev/confidential.ts";
import type { Seat } from "#domain/codev/course.ts";
import { DEFAULT_MINUTES, type StepMinutes } from "#domain/codev/steps.ts";
import type { CodevSessionState, CycleState, Mode } from "#domain/codev/words.ts";

type Client = Pick<ClientBase, "query">;

export type SessionRow = {
  id: string;
  cycleId: string;
  cycleState: CycleState;
  position: number;
  state: CodevSessionState;
  mode: Mode;
  place: string;
  link: string;
  startsAt: number;
  minutes: StepMinutes;
  /** Whose turn it is in the first consultation; null where nobody's is planned. */
  clientId: string | null;
};

/** What somebody is to a session; neither part nor seat for whoever is nothing to it. */
export type Standing = { part?: Part; seat?: Seat };

const SESSION = `
  SELECT s.id, s.cycle_id AS "cycleId", c.state AS "cycleState", s.position, s.state, c.mode,
    c.place, c.link, c.steps, floor(extract(epoch FROM s.starts_at) * 1000)::float8 AS "startsAt",
    (SELECT t.client_id FROM codev_turn t
      WHERE t.session_id = s.id AND t.state <> 'missed' ORDER BY t.place LIMIT 1) AS "clientId"
  FROM codev_session s JOIN codev_cycle c ON c.id = s.cycle_id WHERE s.id = $1`;

/** A session of a cycle; `hold` keeps everybody else from changing it meanwhile. */
export async function findSession(
  client: Client,
  sessionId: string,
  hold = false,
): Promise<SessionRow | undefined> {
  const { rows } = await client.query<SessionRow & { steps: Partial<StepMinutes> }>(
    hold ? `${SESSION} FOR UPDATE OF s` : SESSION,
    [sessionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { steps, ...session } = row;
  return { ...session, minutes: { ...DEFAULT_MINUTES, ...steps } };
}

/** What this person is to it: by the pair of the cycle, and by who is in the group today. */
export async function standingOf(
  client: Client,
  session: Pick<SessionRow, "id" | "cycleId" | "clientId">,
  personId: string,
): Promise<Standing> {
  const { rows } = await client.query<{ seat: Seat | null; participates: boolean }>(
    `SELECT
       CASE WHEN s.second_id = $3 THEN 'second' WHEN s.lead_id = $3 THEN 'lead'
         ELSE (SELECT CASE side WHEN 'member' THEN 'lead' ELSE 'second' END FROM codev_pair
           WHERE cycle_id = $2 AND person_id = $3) END AS seat,
       EXISTS (SELECT FROM codev_participant
         WHERE cycle_id = $2 AND person_id = $3 AND state = 'active') AS participates
     FROM codev_session s WHERE s.id = $1`,
    [session.id, session.cycleId, personId],
  );
  const [row] = rows;
  if (row?.seat) return { part: "facilitator", seat: row.seat };
  if (!row?.participates) return {};
  return { part: session.clientId === personId ? "client" : "consultant" };
}

/** Everybody whose own view a change may touch: the group and its pair. */
export async function peopleOf(client: Client, cycleId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT person_id AS id FROM codev_participant WHERE cycle_id = $1 AND state = 'active'
     UNION SELECT person_id FROM codev_pair WHERE cycle_id = $1`,
    [cycleId],
  );
  return rows.map(({ id }) => id);
}
