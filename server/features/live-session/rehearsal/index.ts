import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { RehearsalView } from "#wire/rehearsal.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { JobHandlers } from "../../../platform/jobs.ts";
import type { Platform } from "../../../platform/platform.ts";
import { askForRehearsal } from "./ask-for-rehearsal.ts";
import { clearAbandoned, runRehearsal } from "./run-rehearsal.ts";

const SHOWN = 5;

/** Rehearsals of a session with invented members, beside the live room. */
export function createRehearsalPart(platform: Platform) {
  return {
    ask: (actor: Actor, input: { slug: string; members: number }) =>
      askForRehearsal(platform, actor, input),
    latest: (actor: Actor, slug: string) => latest(platform, actor, slug),
    clearAbandoned: () => clearAbandoned(platform),
    jobs: {
      "rehearsal.run": ({ rehearsalId }) => runRehearsal(platform, rehearsalId),
    } satisfies JobHandlers,
  };
}

/** The latest rehearsals of a session, the newest first. */
async function latest(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<RehearsalView[]>> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM assembly WHERE slug = $1", [
    slug,
  ]);
  const [assembly] = rows;
  if (!assembly) return refuse("not-found");
  if (!can(actor, "session.rehearse", assemblySubject(assembly.id))) return refuse("not-allowed");
  const found = await pool.query<RehearsalView>(
    `SELECT id, members, state, progress, report,
       ${epochMs("asked_at")} AS "askedAt"
     FROM rehearsal WHERE assembly_id = $1 ORDER BY asked_at DESC LIMIT $2`,
    [assembly.id, SHOWN],
  );
  return ok(found.rows.map((row) => withoutNulls(row)));
}
