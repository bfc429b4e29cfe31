import { compacted, textOf, type Update } from "#domain/smartlab/minutes/shared-text.ts";
import { MOST_DOCUMENT_BYTES, type MinutesPhase } from "#domain/smartlab/minutes/minutes.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Client } from "../work/frame.ts";

/** Changes between two snapshots: a text of many small ones would be slow to open. */
const SNAPSHOT_EVERY = 100;

/** Changes that stay apart after a snapshot: whoever missed a few is told those alone. */
const KEPT_APART = 60;

export type MinutesRow = {
  id: string;
  labId: string;
  title: string;
  phase: MinutesPhase;
  lastSeq: number;
  snapshotSeq: number;
  proposedVersion: number | null;
};

/** Minutes, held until the end of the transaction: changes come one after the other. */
export async function lockMinutes(client: Client, id: string): Promise<MinutesRow | undefined> {
  const { rows } = await client.query<MinutesRow>(
    `SELECT id, lab_id AS "labId", title, phase, last_seq AS "lastSeq",
       snapshot_seq AS "snapshotSeq", proposed_version AS "proposedVersion"
     FROM lab_minutes WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0];
}

/** Every change of a text: the snapshot, and what came after it. */
export async function updatesOf(client: Client, minutesId: string): Promise<Update[]> {
  const { rows } = await client.query<{ update: Buffer }>(
    `SELECT snapshot AS update, 0 AS seq FROM lab_minutes
     WHERE id = $1 AND snapshot IS NOT NULL
     UNION ALL
     SELECT u.update, u.seq FROM lab_minutes m JOIN lab_minutes_update u ON u.minutes_id = m.id
     WHERE m.id = $1 AND u.seq > m.snapshot_seq
     ORDER BY seq`,
    [minutesId],
  );
  return rows.map(({ update }) => update);
}

/** Adds one change to the log and returns its number. */
export async function appendUpdate(
  client: Client,
  minutes: MinutesRow,
  change: { update: Update; personId: string; at: Date },
): Promise<Result<number>> {
  const seq = minutes.lastSeq + 1;
  await client.query(
    `WITH next AS (UPDATE lab_minutes SET last_seq = $2 WHERE id = $1)
     INSERT INTO lab_minutes_update (minutes_id, seq, update, person_id, at)
     VALUES ($1, $2, $3, $4, $5)`,
    [minutes.id, seq, Buffer.from(change.update), change.personId, change.at],
  );
  const grown = { ...minutes, lastSeq: seq };
  const large = change.update.byteLength > MOST_DOCUMENT_BYTES / 10;
  if (seq - minutes.snapshotSeq < SNAPSHOT_EVERY && !large) return ok(seq);
  return (await compact(client, grown, change.at)) ? ok(seq) : refuse("too-large");
}

/** Makes one snapshot of the log, with the text as a version; false where it has grown too large. */
async function compact(client: Client, minutes: MinutesRow, at: Date): Promise<boolean> {
  const updates = await updatesOf(client, minutes.id);
  const snapshot = compacted(updates);
  if (snapshot.byteLength > MOST_DOCUMENT_BYTES) return false;
  await client.query("UPDATE lab_minutes SET snapshot = $2, snapshot_seq = $3 WHERE id = $1", [
    minutes.id,
    Buffer.from(snapshot),
    minutes.lastSeq,
  ]);
  await client.query("DELETE FROM lab_minutes_update WHERE minutes_id = $1 AND seq <= $2", [
    minutes.id,
    minutes.lastSeq - KEPT_APART,
  ]);
  await keepVersion(client, minutes.id, { reason: "regular", text: textOf(updates), at });
  return true;
}

/** Keeps a text as a version, unless it is the latest already; returns its number. */
export async function keepVersion(
  client: Client,
  minutesId: string,
  version: { reason: string; text: string; by?: string; at: Date },
): Promise<number> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `SELECT number, text FROM lab_minutes_version WHERE minutes_id = $1
     ORDER BY number DESC LIMIT 1`,
    [minutesId],
  );
  const [latest] = rows;
  if (latest?.text === version.text) return latest.number;
  const number = (latest?.number ?? 0) + 1;
  await client.query(
    `INSERT INTO lab_minutes_version (minutes_id, number, reason, text, kept_by, at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [minutesId, number, version.reason, version.text, version.by ?? null, version.at],
  );
  return number;
}
