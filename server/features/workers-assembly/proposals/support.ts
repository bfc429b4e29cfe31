import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposalCommands } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransaction } from "../../../platform/database.ts";
import { onProposal } from "./on-proposal.ts";

/** Supports a proposal: counted once the list is frozen, never listed. */
export function supportProposal(
  platform: Platform,
  actor: Actor,
  { proposalId }: ProposalCommands["proposal.support"],
): Promise<Result<null>> {
  return onProposal(platform, actor, proposalId, async ({ client, edition, proposal, by }) => {
    if (edition.stage !== "gathering") return refuse("proposal-frozen");
    if (proposal.state !== "open") return refuse("wrong-phase");
    await client.query(
      `WITH kept AS (INSERT INTO proposal_person (proposal_id, person_id, part)
         VALUES ($1, $2, 'supporter') ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE proposal SET supports = supports + (SELECT count(*) FROM kept) WHERE id = $1`,
      [proposal.id, by.personId],
    );
    return ok(null);
  });
}

/** Takes one's support back; also who takes part no more may. */
export async function unsupportProposal(
  { pool }: Platform,
  actor: Actor,
  { proposalId }: ProposalCommands["proposal.unsupport"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ stage: string }>(
      `SELECT w.stage FROM workers_assembly w JOIN proposal p ON p.workers_assembly_id = w.id
       WHERE p.id = $1 FOR UPDATE`,
      [proposalId],
    );
    if (!rows[0]) return refuse("not-found");
    if (rows[0].stage !== "gathering") return refuse("proposal-frozen");
    await client.query(
      `WITH gone AS (DELETE FROM proposal_person
         WHERE proposal_id = $1 AND person_id = $2 AND part = 'supporter' RETURNING 1)
       UPDATE proposal SET supports = supports - (SELECT count(*) FROM gone) WHERE id = $1`,
      [proposalId, actor.personId],
    );
    return ok(null);
  });
}
