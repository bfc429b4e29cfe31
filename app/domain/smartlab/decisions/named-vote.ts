import type { BallotContent } from "../../decisions/ballot.ts";
import { groupBallots } from "../../decisions/profile.ts";
import { type AnyReport, countBy } from "../../decisions/registry.ts";
import { tieBreaker } from "../../decisions/tie.ts";
import type { Result } from "../../kernel/result.ts";
import { ok, refuse } from "../../kernel/result.ts";
import { type LabMethod, optionsOf, type VoteOutcome } from "./lab-methods.ts";

/** The ballot that somebody's choices make. */
export function ballotOf(
  method: LabMethod,
  options: readonly string[],
  chosen: readonly string[],
): Result<BallotContent> {
  const known = optionsOf(method, options);
  if (chosen.some((option) => !known.includes(option))) return refuse("unknown-option");
  const [first] = chosen;
  if (method === "approval") return ok({ kind: "approve", options: [...new Set(chosen)] });
  return first !== undefined && chosen.length === 1
    ? ok({ kind: "choice", option: first })
    : refuse("bad-ballot");
}

/** Counts named ballots by the method of that name, as any other decision is counted. */
export function countVote(
  method: LabMethod,
  options: readonly string[],
  ballots: readonly BallotContent[],
): AnyReport {
  const profile = groupBallots(optionsOf(method, options), ballots);
  const counted = countBy(method, profile, {}, tieBreaker({ kind: "none" }));
  if (!counted.ok) throw new RangeError(`A lab's vote was not counted: ${counted.refusal.code}`);
  return counted.value;
}

/** What a count of a lab's vote says. */
export function outcomeOf(report: AnyReport): VoteOutcome {
  if (report.method === "resolution") {
    return { kind: report.outcome === "adopted" ? "adopted" : "rejected" };
  }
  const places = (options: readonly string[]) => options.map(Number).sort((a, b) => a - b);
  const { winners, tiedForLast } = report;
  if (tiedForLast && tiedForLast.length > 0) return { kind: "tied", options: places(tiedForLast) };
  return winners.length > 0 ? { kind: "chosen", options: places(winners) } : { kind: "nothing" };
}
