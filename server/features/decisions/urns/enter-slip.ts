import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import { INVALID } from "#domain/decisions/secret/opened.ts";
import type { UrnResults } from "#wire/urns.ts";
import type { Platform } from "../../../platform/platform.ts";
import { assemblyOf, changeUrns } from "./change-urns.ts";
import { lockForPaper } from "./lock-for-paper.ts";

type Entered = UrnResults["paper.enter"];

/** One slip as the actor reads it; the same number again corrects it. */
export async function enterSlip(
  platform: Platform,
  actor: Actor,
  input: { decisionId: string; slip: number; content: string },
): Promise<Result<Entered>> {
  const { decisionId, slip, content } = input;
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const change = { action: "paper.enter", assemblyId } as const;
  return changeUrns<Entered>(platform, actor, change, async (client, { personId }) => {
    const vote = await lockForPaper(client, decisionId);
    if (!vote) return refuse("not-found");
    if (vote.phase === "draft") return refuse("vote-not-open");
    if (vote.phase !== "open") return refuse("vote-closed");
    if (vote.poured) return refuse("wrong-phase");
    if (content !== INVALID && !decodeBallot(content, vote.ballot)) return refuse("bad-input");
    // One at a time: a third reader would be let in by two that come together.
    await client.query("SELECT FROM urn WHERE decision_id = $1 FOR NO KEY UPDATE", [decisionId]);
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(DISTINCT enterer_id)::int AS others FROM paper_slip
       WHERE decision_id = $1 AND enterer_id <> $2`,
      [decisionId, personId],
    );
    if ((rows[0]?.others ?? 0) >= 2) return refuse("not-allowed");
    const written = await client.query<{ entered: number }>(
      `WITH entered AS (
         INSERT INTO paper_slip (decision_id, enterer_id, slip, content) VALUES ($1, $2, $3, $4)
         ON CONFLICT (decision_id, enterer_id, slip) DO UPDATE SET content = EXCLUDED.content
       )
       SELECT count(*)::int + 1 AS entered FROM paper_slip
       WHERE decision_id = $1 AND enterer_id = $2 AND slip <> $3`,
      [decisionId, personId, slip, content],
    );
    return ok({ value: { entered: written.rows[0]?.entered ?? 1 } });
  });
}

/** Takes back one slip of the actor's own reading. */
export async function removeSlip(
  platform: Platform,
  actor: Actor,
  { decisionId, slip }: { decisionId: string; slip: number },
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, decisionId);
  if (!assemblyId) return refuse("not-found");
  const change = { action: "paper.enter", assemblyId } as const;
  return changeUrns<null>(platform, actor, change, async (client, { personId }) => {
    const vote = await lockForPaper(client, decisionId);
    if (!vote || vote.phase !== "open") return refuse("wrong-phase");
    await client.query(
      "DELETE FROM paper_slip WHERE decision_id = $1 AND enterer_id = $2 AND slip = $3",
      [decisionId, personId, slip],
    );
    return ok({ value: null });
  });
}
