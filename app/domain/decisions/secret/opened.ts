import { canonicalJson } from "../../kernel/json.ts";
import type { BallotDefinition, BallotShape } from "../ballot.ts";
import { decodeBallot, encodeBallot, unpadBallot } from "../ballot.ts";
import { castingVoteOf } from "../methods/resolution.ts";
import { countChoices } from "../options.ts";
import type { Profile } from "../profile.ts";
import { type AnyReport, countBy } from "../registry.ts";
import { type ResolutionRule, tallyResolution } from "../resolution.ts";
import { tieBreaker } from "../tie.ts";
import type { BoardDefinition } from "./board.ts";
import { type Bytes, sha256, utf8 } from "./bytes.ts";

/** Stands for every ballot that says nothing this decision lets a ballot say. */
export const INVALID = "invalid";

/** How many ballots say the same; `content` is canonical (encodeBallot) or `INVALID`. */
export type OpenedBallot = { content: string; ballots: number };

/** What an unsealed ballot says, in its one spelling. `undefined` is one that did not open. */
export function openedContent(
  padded: Uint8Array | undefined,
  definition: BallotDefinition,
): string {
  const text = padded && unpadBallot(padded);
  return text !== undefined && decodeBallot(text, definition) ? text : INVALID;
}

/** Equal ballots together, in the order of what they say: no ballot keeps its place. */
export function aggregate(contents: Iterable<string>): OpenedBallot[] {
  const counts = new Map<string, number>();
  for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1);
  return [...counts]
    .map(([content, ballots]) => ({ content, ballots }))
    .sort((a, b) => (a.content < b.content ? -1 : 1));
}

/** SHA-256 of the opened ballots' canonical JSON. */
export function openedHash(opened: readonly OpenedBallot[]): Promise<Bytes> {
  return sha256(utf8(canonicalJson(opened)));
}

/** SHA-256 of a report's canonical JSON. */
export function reportHash(report: AnyReport): Promise<Bytes> {
  return sha256(utf8(canonicalJson(report)));
}

/** How many ballots were opened, and of these how many say nothing and how many are not valid. */
export function openedTotals(opened: readonly OpenedBallot[]): {
  ballots: number;
  blank: number;
  invalid: number;
} {
  const blankText = encodeBallot({ kind: "blank" });
  const sum = (wanted: (content: string) => boolean) =>
    opened.reduce((total, { content, ballots }) => total + (wanted(content) ? ballots : 0), 0);
  return {
    ballots: sum(() => true),
    blank: sum((content) => content === blankText),
    invalid: sum((content) => content === INVALID),
  };
}

/** Fewest ballots whose patterns may be shown one by one (rules §3.5). */
const LEAST_FOR_PATTERNS = 100;

/**
 * Whether opened ballots may be published. Totals of single choices always are, even a total of one
 * (rules §5.3); patterns over several options can be fingerprints, and need many ballots around.
 */
export function mayPublishOpened(shape: BallotShape, ballots: number): boolean {
  return shape === "choice" || ballots >= LEAST_FOR_PATTERNS;
}

/** What a decision is counted by. */
export type Counting = Pick<
  BoardDefinition,
  "method" | "rule" | "tie" | "ballot" | "electorate" | "present" | "holders"
>;

/**
 * Counts opened ballots by the decision's method. The same ballots always give the same report.
 * @throws RangeError where this rule cannot count these ballots.
 */
export function tallyOpened(counting: Counting, opened: readonly OpenedBallot[]): AnyReport {
  const { ballot } = counting;
  const ballots = opened.flatMap(({ content: text, ballots: count }) => {
    const content = decodeBallot(text, ballot);
    return content ? [{ content, count }] : [];
  });
  const { invalid } = openedTotals(opened);
  return tallyProfile(counting, { options: ballot.options, ballots, invalid });
}

/** Counts ballots that were read already. @throws RangeError as `tallyOpened`. */
export function tallyProfile(counting: Counting, profile: Profile): AnyReport {
  const { method, rule, tie = { kind: "none" }, electorate, present, holders = [] } = counting;
  if (method === "resolution") {
    const chairVote = castingVoteOf(tieBreaker(tie));
    return tallyResolution({
      rule: { ...(rule as ResolutionRule), ...(chairVote ? { castingVote: true } : {}) },
      ...(chairVote ? { chairVote } : {}),
      electorate,
      present,
      // The chair's ballot is one as any; a casting vote is given.
      holders,
      counts: countChoices(profile.ballots),
    });
  }
  const counted = countBy(method, profile, rule, tieBreaker(tie));
  if (!counted.ok) throw new RangeError(`These ballots cannot be counted: ${counted.refusal.code}`);
  return counted.value;
}

/** What ballots say, as it is published: the invalid ones come before the others. */
export function* openedOf({ ballots, invalid = 0 }: Profile): Generator<OpenedBallot> {
  if (invalid > 0) yield { content: INVALID, ballots: invalid };
  for (const { content, count } of ballots) {
    yield { content: encodeBallot(content), ballots: count };
  }
}
