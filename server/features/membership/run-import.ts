import type { PoolClient } from "pg";
import type { ImportProgress, ImportStatus } from "#domain/membership/register-import.ts";
import { writeAudit } from "../../auth/audit.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inTransaction } from "../../platform/database.ts";
import type { JobTools } from "../../platform/jobs.ts";
import type { Platform } from "../../platform/platform.ts";
import { planImport, type ImportPlan } from "./plan-import.ts";
import {
  insertEvents,
  insertPersons,
  readRegister,
  releaseAddresses,
  updatePersons,
} from "./repository.ts";

type Import = { id: string; status: ImportStatus; content: Buffer | null; startedBy: string };

/** One import at a time, and nothing else writes the register meanwhile. */
const REGISTER_LOCK = 7_252_711;
const BATCH = 5_000;

/**
 * The job behind an import: checks the file, or writes it where that was asked for. Writing is one
 * transaction, read and judged again against the register of that moment: a process that dies
 * leaves nothing half done, and a second run of the job finds nothing left to do.
 */
export async function runImport(
  platform: Platform,
  importId: string,
  tools: JobTools,
): Promise<void> {
  const row = await loadImport(platform, importId);
  if (!row?.content) return;
  if (row.status === "waiting" || row.status === "checking") await check(platform, row, tools);
  else if (row.status === "writing") await write(platform, row, tools);
}

async function check(platform: Platform, row: Import, tools: JobTools): Promise<void> {
  await platform.pool.query("UPDATE register_import SET status = 'checking' WHERE id = $1", [
    row.id,
  ]);
  const plan = await inTransaction(platform.pool, (client) =>
    plannedWith(platform, client, row, tools),
  );
  await finish(
    platform,
    platform.pool,
    row.id,
    plan.progress.wrong > 0 || plan.problems.length > 0 ? "wrong" : "checked",
    plan,
  );
}

async function write(platform: Platform, row: Import, tools: JobTools): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [REGISTER_LOCK]);
    const plan = await plannedWith(platform, client, row, tools);
    if (plan.problems.length > 0) return finish(platform, client, row.id, "wrong", plan);
    await writePlan(platform, client, row, plan);
    return finish(platform, client, row.id, "written", plan);
  });
}

async function plannedWith(
  platform: Platform,
  client: PoolClient,
  row: Import,
  tools: JobTools,
): Promise<ImportPlan> {
  const today = dayInBrussels(platform.clock.now());
  return planImport({
    content: row.content ?? Buffer.alloc(0),
    register: await readRegister(client, today),
    today,
    random: platform.random,
    onProgress: (progress) => showProgress(platform, row.id, progress, tools),
  });
}

async function writePlan(
  platform: Platform,
  client: PoolClient,
  row: Import,
  plan: ImportPlan,
): Promise<void> {
  for (const batch of batches(plan.changed)) await releaseAddresses(client, batch);
  for (const batch of batches(plan.changed)) await updatePersons(client, batch);
  for (const batch of batches(plan.created)) await insertPersons(client, batch);
  const origin = { now: platform.clock.now(), source: `import:${row.id}` };
  for (const batch of batches(plan.events)) await insertEvents(client, batch, origin);
  const { created, changed, unchanged } = plan.progress;
  await writeAudit(platform, client, {
    actorId: row.startedBy,
    action: "register.written",
    subject: `import:${row.id}`,
    reason: `${created} created, ${changed} changed, ${unchanged} unchanged`,
  });
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

async function loadImport({ pool }: Platform, id: string): Promise<Import | undefined> {
  const { rows } = await pool.query<Import>(
    `SELECT id, status, content, started_by AS "startedBy" FROM register_import WHERE id = $1`,
    [id],
  );
  return rows[0];
}

async function showProgress(
  { pool }: Platform,
  id: string,
  progress: ImportProgress,
  tools: JobTools,
): Promise<void> {
  await pool.query("UPDATE register_import SET progress = $2 WHERE id = $1", [id, progress]);
  await tools.progress(progress.lines > 0 ? progress.done / progress.lines : 0);
}

/** The file is personal data: kept while it may still be written, and no longer. */
async function finish(
  { clock }: Platform,
  client: Pick<PoolClient, "query">,
  id: string,
  status: "checked" | "wrong" | "written",
  plan: ImportPlan,
): Promise<void> {
  await client.query(
    `UPDATE register_import SET status = $2, progress = $3, problems = $4, finished_at = $5,
       content = CASE WHEN $2 = 'checked' THEN content END
     WHERE id = $1`,
    [id, status, plan.progress, JSON.stringify(plan.problems), clock.now()],
  );
}
