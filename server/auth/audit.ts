import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { journal } from "../platform/journal.ts";
import type { Platform } from "../platform/platform.ts";

/** What somebody in office did to or for somebody; never a choice, never a secret. */
export type AuditAct =
  | "desk.address-corrected"
  | "desk.code-issued"
  | "role.granted"
  | "role.ended"
  | "representation.named"
  | "representation.ended"
  | "register.written"
  | "pass.entered"
  | "pass.renewed"
  | "pass.asked"
  | "convocation.sent"
  | "convocation.posted"
  | "convocation.exported"
  | "guests.welcomed"
  | "guests.ended";

/** One line of the journal, in the transaction of the act. The table cannot be rewritten. */
export async function writeAudit(
  { clock }: Platform,
  client: ClientBase,
  entry: { actorId: string | null; action: AuditAct; subject: string; reason: string },
): Promise<void> {
  await journal(client, { ...entry, at: clock.now() });
}

export function actorIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
