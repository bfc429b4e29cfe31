import type { PoolClient } from "pg";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import { type Counting, type OpenedBallot, openedTotals } from "#domain/decisions/secret/opened.ts";
import { countingOf } from "../counting/counting-of.ts";
import { readNamed } from "../named-ballots.ts";
import { readDecision } from "../repository.ts";

/** A count with the ballots it was made from, equal ones together and without any name. */
export type CountedBallots = { counting: Counting; profile: Profile; report: AnyReport };

/** What was counted of a decision, or undefined while it is not. */
export async function readCounted(
  client: PoolClient,
  decisionId: string,
): Promise<CountedBallots | undefined> {
  const decision = await readDecision(client, decisionId);
  const { rows } = await client.query<{ report: AnyReport }>(
    "SELECT report FROM tally WHERE decision_id = $1",
    [decisionId],
  );
  const [tally] = rows;
  if (!decision || !tally) return undefined;
  const counting = countingOf(decision);
  const opened =
    decision.seal === "none"
      ? await readNamed(client, decisionId)
      : await readOpened(client, decisionId);
  return { counting, profile: profileOf(counting, opened), report: tally.report };
}

function profileOf({ ballot }: Counting, opened: readonly OpenedBallot[]): Profile {
  return {
    options: ballot.options,
    ballots: opened.flatMap(({ content: text, ballots: count }) => {
      const content = decodeBallot(text, ballot);
      return content ? [{ content, count }] : [];
    }),
    invalid: openedTotals(opened).invalid,
  };
}

async function readOpened(client: PoolClient, decisionId: string): Promise<OpenedBallot[]> {
  const { rows } = await client.query<OpenedBallot>(
    "SELECT content, ballots FROM opened_ballot WHERE decision_id = $1 ORDER BY place",
    [decisionId],
  );
  return rows;
}
