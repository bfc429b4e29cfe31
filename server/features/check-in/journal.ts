import type { ClientBase } from "pg";
import { writeAudit, type AuditAct } from "../../auth/audit.ts";
import type { Platform } from "../../platform/platform.ts";

/** A line of the journal about an assembly's ways in: what somebody did, never with what secret. */
export async function journal(
  platform: Platform,
  client: ClientBase,
  { personId, assemblyId, action }: { personId: string; assemblyId: string; action: AuditAct },
): Promise<void> {
  const subject = `assembly:${assemblyId}`;
  await writeAudit(platform, client, { actorId: personId, action, subject, reason: "" });
}
