import type { ClientBase } from "pg";
import { courseOf, type Course, type CourseAct } from "#domain/codev/course.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { SessionRow } from "./access.ts";

type Client = Pick<ClientBase, "query">;

/** What both facilitators did, as far as it has arrived. */
export async function actsOf(client: Client, sessionId: string): Promise<CourseAct[]> {
  const { rows } = await client.query<CourseAct>({
    name: "codev-acts",
    text: `SELECT id, kind, ${epochMs("at")} AS at, seat AS by, step,
        nullif(turn, 1) AS turn, minutes, seen, reason, person_id AS "personId", tag
      FROM codev_act WHERE session_id = $1`,
    values: [sessionId],
  });
  return rows.map(withoutNulls);
}

/** The course of a session as the server knows it. */
export async function readCourse(
  client: Client,
  { id, minutes }: Pick<SessionRow, "id" | "minutes">,
): Promise<Course> {
  return courseOf(await actsOf(client, id), minutes);
}

/** Keeps an act; one that is there already is the same act, sent again. */
export async function keepAct(client: Client, sessionId: string, act: CourseAct): Promise<void> {
  await client.query(
    `INSERT INTO codev_act
       (id, session_id, kind, at, seat, step, minutes, seen, reason, person_id, tag, turn)
     VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO NOTHING`,
    [
      act.id,
      sessionId,
      act.kind,
      act.at,
      act.by,
      act.step,
      act.minutes ?? null,
      act.seen ?? null,
      act.reason ?? null,
      act.personId ?? null,
      act.tag ?? null,
      act.turn ?? 1,
    ],
  );
}
