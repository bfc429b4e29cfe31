import type { Profile } from "#domain/decisions/profile.ts";

/**
 * A profile from lines like `5: A > C = D > B`; without a number, one ballot. Nothing after the
 * colon is a blank ballot.
 */
export function rankedProfile(options: readonly string[], lines: readonly string[]): Profile {
  return { options, ballots: lines.map(groupOf) };
}

function groupOf(line: string): { content: RankedOrBlank; count: number } {
  const [ranking = "", count = "1"] = line.split(":").reverse();
  const ranks = ranking
    .split(">")
    .map((rank) => rank.split("=").map((option) => option.trim()))
    .filter(([first]) => first !== "");
  return {
    content: ranks.length > 0 ? { kind: "rank", ranks } : { kind: "blank" },
    count: Number(count),
  };
}

type RankedOrBlank = { kind: "rank"; ranks: string[][] } | { kind: "blank" };
