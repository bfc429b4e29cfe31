import type { ClientBase } from "pg";
import { encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { groupBallots } from "../../app/domain/decisions/profile.ts";
import { countBy } from "../../app/domain/decisions/registry.ts";
import { tieBreaker } from "../../app/domain/decisions/tie.ts";
import { newReceipt } from "../../server/features/decisions/receipt.ts";
import { insertRows } from "./batch.ts";
import type { PlannedDecision } from "./decisions.ts";
import { inventBallot, type PastElection } from "./decisions-elections-past.ts";
import {
  OPEN_MS,
  openingOf,
  publishCount,
  receiptChance,
  type Turnout,
} from "./decisions-votes.ts";
import type { SeededRandom } from "./random.ts";

/** Invented ballots by name of everybody who was there, and their published counts. */
export async function seedElectionVotes(
  client: ClientBase,
  random: SeededRandom,
  elections: readonly (PastElection & PlannedDecision)[],
  turnout: Turnout,
): Promise<void> {
  const chance = receiptChance(random);
  for (const decision of elections) {
    const ballots = turnout.voters.map((elector) => ({
      elector,
      content: inventBallot(random, decision),
    }));
    const openedAt = openingOf(decision).getTime();
    await insertRows(
      client,
      "ballot",
      {
        decision_id: "uuid",
        elector_id: "uuid",
        content: "text",
        receipt: "text",
        cast_at: "timestamptz",
      },
      ballots.map(({ elector, content }) => ({
        decision_id: decision.id,
        elector_id: elector,
        content: encodeBallot(content),
        receipt: newReceipt(chance),
        cast_at: new Date(openedAt + random.below(OPEN_MS)),
      })),
    );
    const { method, settings, options } = decision.election;
    const profile = groupBallots(
      options.map(({ id }) => id),
      ballots.map(({ content }) => content),
    );
    const counted = countBy(method, profile, settings, tieBreaker({ kind: "none" }));
    if (!counted.ok)
      throw new Error(`the demo's ballots cannot be counted: ${counted.refusal.code}`);
    const lines = ballots.map(({ elector, content }) => `${elector}:${encodeBallot(content)}`);
    await publishCount(client, decision, turnout, { report: counted.value, lines });
  }
}
