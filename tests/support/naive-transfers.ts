import type { Profile } from "#domain/decisions/profile.ts";
import { singleRankings } from "./rank-arbitraries.ts";

type Paper = { preferences: string[]; holder: string | undefined; value: bigint };

export type NaiveCount = { elected: string[]; rounds: Record<string, bigint>[] };

/**
 * The Scottish rules on single papers, each of which knows who holds it; every total is added up
 * anew. `casting` settles what no earlier round does. Parts: `unit` to a ballot.
 */
export function naiveTransfers(
  profile: Profile,
  seats: number,
  unit: bigint,
  withQuota: boolean,
  casting: readonly string[],
): NaiveCount {
  const papers = singleRankings(profile)
    .map(clearPart)
    .filter((preferences) => preferences.length > 0)
    .map((preferences): Paper => ({ preferences, holder: preferences[0], value: unit }));
  if (papers.length === 0) return { elected: [], rounds: [] };
  const quota = withQuota ? (BigInt(papers.length) / BigInt(seats + 1) + 1n) * unit : undefined;
  let continuing = [...profile.options];
  const elected: string[] = [];
  const emptied = new Set<string>();
  const rounds: Record<string, bigint>[] = [];

  const total = (option: string) =>
    emptied.has(option)
      ? quota!
      : papers.reduce((sum, { holder, value }) => (holder === option ? sum + value : sum), 0n);
  const pass = (paper: Paper) => {
    paper.holder = paper.preferences.find((option) => continuing.includes(option));
  };
  const lowestFirst = (a: string, b: string) => {
    for (const round of rounds.toReversed()) {
      if (round[a] !== round[b]) return round[a]! < round[b]! ? -1 : 1;
    }
    return casting.indexOf(b) - casting.indexOf(a);
  };

  for (;;) {
    rounds.push(Object.fromEntries(profile.options.map((option) => [option, total(option)])));
    const now = rounds.at(-1)!;
    const reached = continuing.filter((option) => quota !== undefined && now[option]! >= quota);
    elected.push(...reached);
    continuing = continuing.filter((option) => !reached.includes(option));
    if (elected.length + continuing.length <= seats) elected.push(...continuing.splice(0));
    if (elected.length >= seats || continuing.length === 0) return { elected, rounds };

    const over = elected.filter((option) => quota !== undefined && now[option]! > quota);
    const from =
      over.length > 0 ? over.sort(lowestFirst).at(-1)! : continuing.sort(lowestFirst)[0]!;
    const held = papers.filter(({ holder }) => holder === from);
    if (over.length > 0) {
      const surplus = now[from]! - quota!;
      for (const paper of held) paper.value = (surplus * paper.value) / now[from]!;
      emptied.add(from);
    } else {
      continuing = continuing.filter((option) => option !== from);
    }
    held.forEach(pass);
  }
}

function clearPart(ranks: string[][]): string[] {
  const shared = ranks.findIndex((equals) => equals.length > 1);
  return ranks.slice(0, shared < 0 ? ranks.length : shared).flat();
}
