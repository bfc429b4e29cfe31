import type { AnyReport } from "#domain/decisions/registry.ts";
import type { Label } from "./text.ts";
import { inWords, type Values } from "./values.ts";

export type StepCode = AnyReport["explanation"][number]["code"];

/**
 * A sentence for each step of an explanation; the compiler asks for those of a new method. What is
 * in brackets is left out where the step does not have the value.
 */
const SENTENCES: Record<StepCode, string> = {
  "nothing-counted": "No ballot is counted ({blank} blank, {invalid} invalid): nobody is elected.",
  // resolution
  "no-quorum-asked": "No quorum is asked.",
  "second-meeting": "A second meeting decides whatever is present.",
  "nothing-expressed": "Nobody voted for or against.",
  "tie-not-adopted": "A tie is not adopted.",
  "quorum-reached": "The quorum is reached: {present} of {total} {unit}, {needed} needed.",
  "quorum-missed": "The quorum is missed: {present} of {total} {unit}, {needed} needed.",
  "abstentions-out": "{abstain} abstained, and count on neither side.",
  "tie-casting-vote": "The casting vote is {chair}.",
  "majority-reached": "{for} of {expressed} votes are for; {needed} carry ({majority}).",
  "majority-missed": "{for} of {expressed} votes are for; {needed} would carry ({majority}).",
  // per-candidate
  appointed: "{option} has {for} for and {against} against, and a seat.",
  "appointed-for-term": "{option} has {for} for and {against} against, and a seat for {term}.",
  "not-eligible": "{option} has {for} for and {against} against: not more for than against.",
  "no-seat-left": "{option} has {for} for and {against} against, but no seat was left.",
  vacant: "{seats} seats stay vacant.",
  // approval, plurality at large
  "too-many-marks": "{ballots} ballots mark more than {most} options and are invalid.",
  "last-elected":
    "{option} is the last one elected, with[ {ballots} ballots][ {halfPoints} half points].",
  "first-not-elected":
    "{option} is the first one not elected, with[ {ballots} ballots][ {halfPoints} half points].",
  "nobody-marked": "Nobody marked {options}.",
  // equal shares
  purses: "{voters} voters share the price of {seats} options: each has {purse} of one.",
  "purses-raised": "Purses were raised by {steps}/{parts} of that, to {purse}.",
  bought:
    "Round {round}: {supporters} voters buy {option} for {each} each ({effectiveVotes} effective votes).",
  "next-raise-overshoots": "One more step would have bought more options than there are seats.",
  "next-raise-ties": "The next step meets a tie that nothing settles: it is not taken.",
  "tie-ends-it": "Nothing says which is bought first: {options}.",
  "completed-by-approvals": "{option} is elected by its {ballots} approvals: a seat was left.",
  "not-enough-money": "The {supporters} voters for {option} have only {money} of its price left.",
  // borda
  "half-points": "A first place gives {first} half points; unranked options: {unranked}.",
  // score
  "elected-by-sum": "{option} is elected with a sum of {sum}.",
  "not-elected-by-sum": "{option} is not, with a sum of {sum}.",
  "elected-by-mean": "{option} is elected with a mean of {mean}.",
  "not-elected-by-mean": "{option} is not, with a mean of {mean}.",
  "nobody-graded": "Nobody graded {options}.",
  // majority judgment
  "majority-grade": "{option} has the majority grade {grade}.",
  "separated-by-removal":
    "{better} stands above {worse}: after {removed} equal medians, {betterGrade} against {worseGrade}.",
  "ungraded-as-lowest": "Some ballots leave out {options}: that counts as the lowest grade.",
  // Schulze, Ranked Pairs
  "beats-everyone": "{option} beats every other option one against one.",
  "nobody-beats-everyone": "No option beats every other one.",
  "stronger-path":
    "{option} stands above {other}: strongest path {strength}, and {back} the other way.",
  "equal-paths": "Paths are equally strong between {options}.",
  "pair-skipped":
    "{winner} beats {loser} with {votes}, but is not locked above: stronger victories say {because}.",
  "equal-pairs-skipped": "Equal victories of {votes} among {options} contradict one another.",
  "equal-options": "No locked victory separates {options}.",
  // STV, instant runoff
  "first-preference-unclear": "{ballots} ballots have no single first preference.",
  quota: "The quota is {quota}: {ballots} ballots for {seats} seats.",
  majority: "Round {round}: {option} has {votes} of {held} votes, more than half.",
  "reached-quota": "Round {round}: {option} is elected with {votes}.",
  "surplus-transferred": "Round {round}: the surplus {surplus} of {option} goes on.",
  excluded: "Round {round}: {option} is excluded with {votes}.",
  "last-places": "Round {round}: as many seats as options are left; elected {options}.",
  "count-stopped": "Round {round}: nothing says who is excluded; left: {options}.",
};

/** A step in plain words. `unit`: parts of a vote to one vote. */
export function sayStep(step: { code: StepCode } & Values, label: Label, unit: number): string {
  return SENTENCES[step.code]
    .replace(/\[(.*?\{(\w+)\}.*?)\]/g, (_, part: string, name: string) =>
      step[name] === undefined ? "" : part,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => inWords(name, step[name], label, unit));
}
