import type { ClientBase, Pool } from "pg";
import { applyPatch, diffViews, type MergePatch } from "#wire/merge-patch.ts";
import type { Delta } from "#wire/protocol.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import { inTransaction } from "../platform/database.ts";
import type { RoomKind } from "./room-kind.ts";

/** A room as named on the wire, taken apart. */
export type RoomAddress = { kind: RoomKind; id: string; audience: string; name: string };

export type RoomState = { seq: number; view: JsonObject };

type RoomRow = { seq: number; view: JsonObject | null };

/**
 * Brings a shared room up to date with the database: computes the view, and if it differs from
 * what was last told, writes the next delta. The row lock makes one order for all processes; the
 * loser of a race finds nothing left to say. Returns the state and what `known` lacked.
 */
export async function advanceRoom(
  pool: Pool,
  address: RoomAddress,
  known: RoomState | undefined,
): Promise<{ state: RoomState; deltas: Delta[] }> {
  return inTransaction(pool, async (client) => {
    const row = await lockRoom(client, address.name, known?.seq);
    const missed = known ? await deltasBetween(client, address.name, known.seq, row.seq) : [];
    // Deltas are kept for minutes only: a process that slept longer starts from the stored view.
    const complete = known !== undefined && missed.length === row.seq - known.seq;
    const before = complete
      ? missed.reduce((view, delta) => applyPatch(view, delta.changes), known.view)
      : (row.view ?? (await storedView(client, address.name)));

    const after = await address.kind.view(client, address.id, address.audience);
    const changes = diffViews(before, after);
    if (!changes) return { state: { seq: row.seq, view: before }, deltas: complete ? missed : [] };

    const delta: Delta = { room: address.name, from: row.seq, seq: row.seq + 1, changes };
    await saveDelta(client, delta, after);
    return {
      state: { seq: delta.seq, view: applyPatch(before, changes) },
      deltas: complete ? [...missed, delta] : [],
    };
  });
}

/** The deltas after `since`, or undefined where they are no longer all kept. */
export async function deltasSince(
  pool: Pool,
  room: string,
  since: number,
  upTo: number,
): Promise<Delta[] | undefined> {
  if (since > upTo || upTo - since > 50) return undefined;
  const deltas = await deltasBetween(pool, room, since, upTo);
  return deltas.length === upTo - since ? deltas : undefined;
}

async function lockRoom(
  client: ClientBase,
  room: string,
  knownSeq: number | undefined,
): Promise<RoomRow> {
  // The stored view is only read when the process does not have it in memory.
  const read = () =>
    client.query<RoomRow>(
      `SELECT seq, CASE WHEN $2::int IS NULL THEN view END AS view
       FROM live_room WHERE room = $1 FOR UPDATE`,
      [room, knownSeq ?? null],
    );
  const [row] = (await read()).rows;
  if (row) return row;
  await client.query("INSERT INTO live_room (room) VALUES ($1) ON CONFLICT DO NOTHING", [room]);
  const [created] = (await read()).rows;
  if (!created) throw new Error(`Room ${room} could not be made`);
  return created;
}

async function storedView(client: ClientBase, room: string): Promise<JsonObject> {
  const { rows } = await client.query<{ view: JsonObject }>(
    "SELECT view FROM live_room WHERE room = $1",
    [room],
  );
  return rows[0]?.view ?? {};
}

async function deltasBetween(
  client: Pick<ClientBase, "query">,
  room: string,
  from: number,
  to: number,
): Promise<Delta[]> {
  if (from >= to) return [];
  const { rows } = await client.query<{ seq: number; changes: MergePatch }>(
    "SELECT seq, changes FROM live_delta WHERE room = $1 AND seq > $2 AND seq <= $3 ORDER BY seq",
    [room, from, to],
  );
  return rows.map(({ seq, changes }) => ({ room, from: seq - 1, seq, changes }));
}

async function saveDelta(client: ClientBase, delta: Delta, view: JsonObject): Promise<void> {
  await client.query(
    `WITH room AS (UPDATE live_room SET seq = $2, view = $4 WHERE room = $1)
     INSERT INTO live_delta (room, seq, changes) VALUES ($1, $2, $3)`,
    [delta.room, delta.seq, JSON.stringify(delta.changes), JSON.stringify(view)],
  );
}
