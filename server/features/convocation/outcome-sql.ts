import type { ClientBase } from "pg";

export type MailOutcome = "taken" | "kept" | "bounced" | "given-up";

/**
 * What became of mails, where they were convocations. In the transaction of whoever carried them: the
 * proof and the fact are one.
 */
export async function noteMailOutcome(
  client: Pick<ClientBase, "query">,
  mailIds: readonly string[],
  outcome: MailOutcome,
  at: Date,
): Promise<void> {
  await client.query(
    `UPDATE convocation_addressee SET outcome = $2, outcome_at = $3
     WHERE mail_id = ANY($1::uuid[])`,
    [mailIds, outcome, at],
  );
}
