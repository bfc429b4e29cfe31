import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { writeIncident } from "../../decisions/incidents/incident-sql.ts";
import { changeSession } from "../change-session.ts";
import { isSiteOf } from "./stream-delay.ts";

type Noted = {
  assemblyId: string;
  kind: IncidentKind;
  siteId?: string | undefined;
  what: string;
  minutesAgo?: number | undefined;
};

/** Notes what disturbed the meeting, for the minutes (rules 1.8). An entry is never changed. */
export function noteIncident(
  platform: Platform,
  actor: Actor,
  { assemblyId, kind, siteId, what, minutesAgo = 0 }: Noted,
): Promise<Result<null>> {
  const change = { action: "incident.note", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    if (siteId && !(await isSiteOf(client, assemblyId, siteId))) return refuse("not-found");
    const notedAt = platform.clock.now();
    await writeIncident(client, {
      assemblyId,
      kind,
      act: "note",
      what,
      by: personId,
      at: new Date(notedAt.getTime() - minutesAgo * 60_000),
      notedAt,
      ...(siteId ? { siteId } : {}),
    });
    return ok({ value: null });
  });
}
