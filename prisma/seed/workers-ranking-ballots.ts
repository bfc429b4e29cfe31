import { type BallotContent, encodeBallot } from "../../app/domain/decisions/ballot.ts";
import { optionOf } from "../../app/domain/workers-assembly/ranking-plan.ts";
import { DEMANDS } from "./ledger-demands.ts";
import type { SeededRandom } from "./random.ts";

/** So many voted, invented: how many they were is not published. Four ballots were blank. */
export const VOTERS = 184;
const BLANK = 4;

const THEMES = ["pay", "accidents", "sickness"] as const;
/** Out of a hundred voters, how many came for each theme first. */
const CAME_FOR = [38, 36, 26];
/** Out of a hundred, how many of those approve what was debated, another of their theme, anything else. */
const LIKELY = { debated: 80, theme: 30, other: 7 };
/** Wanted by most of the largest group beside its three: approvals alone would have chosen them. */
const ALSO_WANTED = [4, 6];
const LIKELY_ALSO = 62;

/**
 * Ballots of the first ranking, invented so that equal shares choose the eight that were debated: three
 * groups, each with its own favourites.
 */
export function firstBallots(random: SeededRandom): string[] {
  const ballots = Array.from({ length: VOTERS - BLANK }, (_, at) => approvals(random, themeOf(at)));
  const blank: BallotContent = { kind: "blank" };
  return [...ballots, ...Array.from({ length: BLANK }, () => blank)].map(encodeBallot);
}

function themeOf(at: number): (typeof THEMES)[number] {
  const place = (100 * at) / (VOTERS - BLANK);
  if (place < CAME_FOR[0]!) return THEMES[0];
  return place < CAME_FOR[0]! + CAME_FOR[1]! ? THEMES[1] : THEMES[2];
}

function approvals(random: SeededRandom, cameFor: string): BallotContent {
  const liked = DEMANDS.flatMap(({ theme, debated }, at) => {
    const own = theme === cameFor;
    const inTheme = ALSO_WANTED.includes(at + 1) ? LIKELY_ALSO : LIKELY.theme;
    const chance = own ? (debated ? LIKELY.debated : inTheme) : LIKELY.other;
    return random.below(100) < chance ? [at] : [];
  });
  const ownOnes = DEMANDS.flatMap(({ theme }, at) => (theme === cameFor ? [at] : []));
  const least = [...new Set([...liked, ...ownOnes])].slice(0, Math.max(3, liked.length));
  const picks = random.shuffle(least).slice(0, 10);
  return { kind: "approve", options: picks.map((at) => optionOf(at + 1)) };
}
