import type { ClientBase } from "pg";

export type JournalEntry = {
  /** Absent for what the system does by itself. */
  actorId: string | null;
  /** "decision.close": the act, never a choice, a secret or somebody's data. */
  action: string;
  /** "decision:<id>": what it was done to. */
  subject: string;
  reason?: string;
  at: Date;
};

/** One line of the journal of those in office, in the transaction of the act. It cannot be rewritten. */
export async function journal(
  client: Pick<ClientBase, "query">,
  { actorId, action, subject, reason = "", at }: JournalEntry,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (id, at, actor_id, action, subject, reason)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [at, actorId, action, subject, reason],
  );
}

/** The same, of what somebody did in an assembly. */
export function journalAssembly(
  client: Pick<ClientBase, "query">,
  entry: { personId: string; assemblyId: string; action: string; now: Date },
): Promise<void> {
  const { personId: actorId, assemblyId, action, now: at } = entry;
  return journal(client, { actorId, action, subject: `assembly:${assemblyId}`, at });
}
