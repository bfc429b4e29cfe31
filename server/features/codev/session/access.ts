import type { ClientBase } from "pg";
import type { Part } from "#domain/codev/confidential.ts";
import type { ConsultationTurn, Seat } from "#domain/codev/course.ts";
import { DEFAULT_MINUTES, type StepMinutes } from "#domain/codev/steps.ts";
import type { CodevSessionState, CycleState, Mode } from "#domain/codev/words.ts";
import { epochMs } from "../../../platform/instants.ts";
import { readCourse } from "./acts.ts";

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
  /** Clients of the session, in the order of their consultations. */
  clientIds: string[];
  turn: ConsultationTurn;
  /** Whose consultation it is; undefined where nobody's is planned. */
  clientId: string | undefined;
};

/** What somebody is to a session; neither part nor seat for whoever is nothing to it. */
export type Standing = { part?: Part; seat?: Seat };

type StoredSession = Omit<SessionRow, "minutes" | "turn" | "clientId"> & {
  steps: Partial<StepMinutes>;
};

const SESSION = `
  SELECT s.id, s.cycle_id AS "cycleId", c.state AS "cycleState", s.position, s.state, c.mode,
    c.place, c.link, c.steps, ${epochMs("s.starts_at")} AS "startsAt",
    array(SELECT t.client_id FROM codev_turn t
      WHERE t.session_id = s.id AND t.state <> 'missed' ORDER BY t.place) AS "clientIds"
  FROM codev_session s JOIN codev_cycle c ON c.id = s.cycle_id WHERE s.id = $1`;

/** A session of a cycle; `hold` keeps everybody else from changing it meanwhile. */
export async function findSession(
  client: Client,
  sessionId: string,
  hold = false,
): Promise<SessionRow | undefined> {
  const { rows } = await client.query<StoredSession>(
    hold ? `${SESSION} FOR UPDATE OF s` : SESSION,
    [sessionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { steps, ...session } = row;
  const minutes = { ...DEFAULT_MINUTES, ...steps };
  const [first, second] = session.clientIds;
  // Only where two are clients does the course decide which of them it is.
  const turn = second ? (await readCourse(client, { id: row.id, minutes })).turn : 1;
  return { ...session, minutes, turn, clientId: turn === 2 ? second : first };
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
