import { type BallotDefinition, decodeBallot } from "./ballot.ts";
import { ballotPacker, type PackedBallots } from "./packed-ballots.ts";
import type { BallotGroup } from "./profile.ts";

/** Takes ballots as canonical texts, one after the other. */
export type BallotGatherer = {
  /** `undefined`, and what this decision lets no ballot say, is an invalid paper. */
  add: (text: string | undefined, ballots?: number) => void;
  gathered: () => PackedBallots;
};

/** So many different ballots are few: equal ones are then counted together. */
export const FEW = 2_000;

/**
 * Gathers the ballots of a decision in little memory, however many and different they are: equal
 * ones together among the first `FEW` kinds met, the others one by one.
 */
export function gatherBallots(definition: BallotDefinition): BallotGatherer {
  const packer = ballotPacker(definition.options);
  const known = new Map<string, BallotGroup>();
  let invalid = 0;

  function addNew(text: string, count: number): void {
    const content = decodeBallot(text, definition);
    if (!content) invalid += count;
    else if (known.size < FEW) known.set(text, { content, count });
    else packer.add({ content, count });
  }

  return {
    add: (text, ballots = 1) => {
      if (text === undefined) {
        invalid += ballots;
        return;
      }
      const group = known.get(text);
      if (group) group.count += ballots;
      else addNew(text, ballots);
    },
    gathered: () => {
      for (const group of known.values()) packer.add(group);
      known.clear();
      return packer.packed(invalid);
    },
  };
}
