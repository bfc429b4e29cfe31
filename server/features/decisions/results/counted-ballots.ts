import type { PoolClient } from "pg";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import { type OpenedBallot, openedTotals } from "#domain/decisions/secret/opened.ts";
import { readNamed } from "../named-ballots.ts";
import type { DecisionState } from "../repository.ts";
import { countingOf, type Counting, readOpened } from "../tally-decision.ts";

/** The ballots of a counted decision, equal ones together, and by what they were counted. */
export type CountedBallots = { counting: Counting; said: OpenedBallot[]; profile: Profile };

export async function readCounted(
  client: Pick<PoolClient, "query">,
  decision: DecisionState,
): Promise<CountedBallots> {
  const counting = countingOf(decision);
  const said =
    decision.seal === "none"
      ? await readNamed(client, decision.id)
      : (await readOpened(client, decision.id)).opened;
  const { ballot } = counting;
  const ballots = said.flatMap(({ content: text, ballots: count }) => {
    const content = decodeBallot(text, ballot);
    return content ? [{ content, count }] : [];
  });
  const { invalid } = openedTotals(said);
  return { counting, said, profile: { options: ballot.options, ballots, invalid } };
}
