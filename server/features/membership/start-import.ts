import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MAX_REGISTER_BYTES, NO_PROGRESS } from "#domain/membership/register-import.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { countLines } from "./read-csv.ts";

/** Serialises the question "is one running?" with its answer. */
const START_LOCK = 7_252_712;

/** Takes a register file in; the job process then reads it without writing anything. */
export async function startImport(
  platform: Platform,
  actor: Actor,
  input: { fileName: string; content: Uint8Array },
): Promise<Result<{ importId: string }>> {
  if (!can(actor, "register.import", COOPERATIVE)) return refuse("not-allowed");
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { content } = input;
  if (content.byteLength > MAX_REGISTER_BYTES) return refuse("too-large");
  if (content.byteLength === 0) return refuse("bad-input");

  const importId = platform.random.uuid();
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [START_LOCK]);
    if (await isOneRunning(client)) return refuse("import-running");
    // An older file that was checked and never written is let go.
    await client.query("UPDATE register_import SET content = NULL WHERE content IS NOT NULL");
    await client.query(
      `INSERT INTO register_import (id, file_hash, file_name, status, progress, problems,
         started_by, started_at, content)
       VALUES ($1, $2, $3, 'waiting', $4, '[]', $5, $6, $7)`,
      [
        importId,
        createHash("sha256").update(content).digest("hex"),
        input.fileName.slice(0, 200),
        { ...NO_PROGRESS, lines: countLines(content) },
        actor.personId,
        platform.clock.now(),
        Buffer.from(content),
      ],
    );
    await enqueue(platform, client, importId);
    return ok(null);
  });
  if (!result.ok) return result;
  platform.outbox.kick();
  return ok({ importId });
}

/** Writes a file that was found right, as a whole. */
export async function writeImport(
  platform: Platform,
  actor: Actor,
  input: { importId: string },
): Promise<Result<null>> {
  if (!can(actor, "register.import", COOPERATIVE)) return refuse("not-allowed");
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const { rows } = await client.query<{ status: string; kept: boolean }>(
      "SELECT status, content IS NOT NULL AS kept FROM register_import WHERE id = $1 FOR UPDATE",
      [input.importId],
    );
    const [row] = rows;
    if (!row) return refuse("not-found");
    if (row.status === "wrong") return refuse("import-has-errors");
    if (row.status === "written") return refuse("import-already-done");
    if (row.status !== "checked") return refuse("import-running");
    if (!row.kept) return refuse("changed-meanwhile");
    await client.query("UPDATE register_import SET status = 'writing' WHERE id = $1", [
      input.importId,
    ]);
    await enqueue(platform, client, input.importId);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** Imports that have work left and perhaps lost their job. */
export async function enqueueUnfinishedImports({ pool, jobs }: Platform): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM register_import WHERE status IN ('waiting', 'checking', 'writing')",
  );
  for (const { id } of rows) await jobs.add("register.import", id, { importId: id });
}

async function isOneRunning(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM register_import WHERE status IN ('waiting', 'checking', 'writing') LIMIT 1",
  );
  return Boolean(rowCount);
}

async function enqueue(platform: Platform, client: ClientBase, importId: string): Promise<void> {
  await platform.outbox.write(client, [
    { topic: "job", name: "register.import", key: importId, payload: { importId } },
  ]);
}
