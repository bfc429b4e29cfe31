import type { JsonObject } from "#domain/kernel/json.ts";
import { ok } from "#domain/kernel/result.ts";
import type { MinutesRoomView, MinutesState } from "#wire/lab-minutes.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { RoomKind } from "../../../realtime/room-kind.ts";
import { type Client, labInside } from "../work/frame.ts";
import { updatesOf } from "./minutes-log.ts";

/** Changes that the room tells; whoever missed more asks for them. */
const TOLD = 30;
/** Bytes of a change that the room tells: a long paste is asked for instead. */
const TOLD_BYTES = 4_000;
/** Who wrote so recently is writing. */
const WRITING_SECONDS = 12;

/** The rooms of minutes that are being written: `lab-minutes/<minutesId>/writer`. */
export function minutesRooms(platform: Platform): RoomKind {
  return {
    prefix: "lab-minutes",
    audiences: ["writer"],
    authorise: async (actor, id) => {
      const lab = await labInside(platform.pool, actor, { of: "minutes", id });
      return lab.ok ? ok(null) : lab;
    },
    view: async (client, id): Promise<JsonObject> => minutesRoomView(client, id),
  };
}

async function minutesRoomView(client: Client, id: string): Promise<MinutesRoomView> {
  const { rows } = await client.query<MinutesRoomView>(
    `SELECT m.phase, m.last_seq AS seq,
       coalesce((SELECT json_object_agg(u.seq, translate(encode(u.update, 'base64'), E'\\n', ''))
         FROM lab_minutes_update u
         WHERE u.minutes_id = m.id AND u.seq > m.last_seq - ${TOLD}
           AND octet_length(u.update) <= ${TOLD_BYTES}), '{}') AS updates,
       coalesce((SELECT json_object_agg(w.id, json_build_object(
           'name', ${nameOf("w")}, 'seq', latest.seq))
         FROM person w JOIN (
           SELECT u.person_id, max(u.seq) AS seq FROM lab_minutes_update u
           WHERE u.minutes_id = m.id AND u.seq > m.last_seq - ${TOLD * 4}
             AND u.at > now() - interval '${WRITING_SECONDS} seconds'
           GROUP BY u.person_id) latest ON latest.person_id = w.id), '{}') AS writers
     FROM lab_minutes m WHERE m.id = $1`,
    [id],
  );
  return rows[0] ?? { phase: "draft", seq: 0, updates: {}, writers: {} };
}

/** What came after a number; all of it where that is no longer apart. */
export async function minutesState(
  client: Client,
  { minutesId, since }: { minutesId: string; since: number },
): Promise<MinutesState> {
  const { rows } = await client.query<{
    phase: MinutesState["phase"];
    seq: number;
    updates: string[];
  }>(
    `SELECT m.phase, m.last_seq AS seq, array(
       SELECT translate(encode(u.update, 'base64'), E'\\n', '') FROM lab_minutes_update u
       WHERE u.minutes_id = m.id AND u.seq > $2 AND u.seq <= m.last_seq ORDER BY u.seq) AS updates
     FROM lab_minutes m WHERE m.id = $1`,
    [minutesId, since],
  );
  const [row] = rows;
  if (!row) return { phase: "draft", seq: 0, updates: [] };
  if (row.updates.length === row.seq - since) return row;
  const all = await updatesOf(client, minutesId);
  return { ...row, updates: all.map((update) => Buffer.from(update).toString("base64")) };
}
