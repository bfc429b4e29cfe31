/** How a ballot came in. Of a vote by name: from a room, from afar, for an absent person. */
export const VOTING_CHANNELS = [
  "room",
  "online",
  "device",
  "assisted",
  "paper",
  "no_script",
] as const;
export type VotingChannel = (typeof VOTING_CHANNELS)[number];

/** What explains that a channel has more marks on the roll than ballots. */
export type Explained = { code: "not-cast" | "slips-missing"; count: number; reason?: string };

export type ReconciledLine = {
  channel: VotingChannel;
  /** Persons marked on the roll as having voted, or taken a ballot, this way. */
  marks: number;
  /** Missing where ballots of several channels lie in one urn: a secret one tells no channel. */
  ballots?: number;
  /** Of the marks, those that a delegate made for somebody absent. */
  byMandate?: number;
};

/** One vote, all channels in one result: marks on the roll against ballots counted. */
export type Reconciliation = {
  entitled: number;
  lines: ReconciledLine[];
  marks: number;
  ballots: number;
  /** marks − ballots. Never below 0 in an honest vote. */
  difference: number;
  explained: Explained[];
  /** What nothing here explains; 0 in a sheet that adds up. */
  unexplained: number;
  /** Of the counted report: it must be `ballots`. Missing before the count. */
  counted?: number;
};

export type PaperSheet = { given: number; found: number; missingReason: string };

/**
 * The sheet of one vote. In a secret vote a credential that was taken and not used leaves a mark
 * and no ballot, and nobody can know whose: that explains any difference outside paper. A vote by
 * name has none, and slips are counted by hand.
 */
export function reconcile(vote: {
  ballotKind: "named" | "secret";
  entitled: number;
  lines: readonly ReconciledLine[];
  ballots: number;
  paper?: PaperSheet;
  counted?: number;
}): Reconciliation {
  const { ballotKind, entitled, ballots, paper, counted } = vote;
  const lines = vote.lines.filter(({ marks }) => marks > 0);
  const marks = lines.reduce((sum, line) => sum + line.marks, 0);
  const difference = marks - ballots;
  const slips = paper ? paper.given - paper.found : 0;
  const explained: Explained[] = [];
  if (slips > 0) {
    explained.push({ code: "slips-missing", count: slips, reason: paper?.missingReason ?? "" });
  }
  const rest = difference - slips;
  const mayRest = lines.some(({ channel }) => channel === "device" || channel === "assisted");
  if (ballotKind === "secret" && rest > 0 && mayRest) {
    explained.push({ code: "not-cast", count: rest });
  }
  const unexplained = difference - explained.reduce((sum, { count }) => sum + count, 0);
  return {
    entitled,
    lines,
    marks,
    ballots,
    difference,
    explained,
    unexplained,
    ...(counted === undefined ? {} : { counted }),
  };
}

/** Whether marks and ballots agree, differences explained, and the count took every ballot. */
export function addsUp({
  marks,
  entitled,
  ballots,
  unexplained,
  counted,
}: Reconciliation): boolean {
  return unexplained === 0 && marks <= entitled && (counted === undefined || counted === ballots);
}
