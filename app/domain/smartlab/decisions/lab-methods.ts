import { RESOLUTION_OPTIONS } from "../../decisions/options.ts";

/**
 * How a group votes: on a text, or by approving one or several of some options. In a small group
 * everybody would know anyway who chose what: such a vote is named, and says so.
 */
export const LAB_METHODS = ["resolution", "approval"] as const;
export type LabMethod = (typeof LAB_METHODS)[number];

export const MOST_OPTIONS = 10;

/** What can be chosen: for, against and abstain, or the places of the group's own options. */
export function optionsOf(method: LabMethod, options: readonly string[]): string[] {
  return method === "resolution" ? [...RESOLUTION_OPTIONS] : options.map((_, at) => String(at));
}

/** What a count says, in a word: adopted, rejected, one option, or several that are equal. */
export type VoteOutcome =
  | { kind: "adopted" | "rejected" | "nothing" }
  | { kind: "chosen" | "tied"; options: number[] };
