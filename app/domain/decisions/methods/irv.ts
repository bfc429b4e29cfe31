import type { CountingMethod } from "../counting-method.ts";
import { explainCount } from "../report.ts";
import { readSettings } from "../settings.ts";
import { readPapers } from "./papers.ts";
import { countTransfers, type TransferCount } from "./transferable.ts";
import { transferMargin } from "./transfer-margin.ts";
import {
  explainTransfers,
  reportTransfers,
  type TransferReport,
  type TransferStep,
} from "./transfer-report.ts";

export type IrvSettings = Record<string, never>;

export type IrvReport = TransferReport<"irv">;

/**
 * Instant runoff: one place; whoever has the fewest votes leaves, and each of their papers goes to
 * its next preference, until one option is left. It goes on below a majority's first round, so that
 * everybody has a place in the order; that changes no winner. Equal last ones are told apart as in
 * `stv`.
 */
export const irv: CountingMethod<"irv", IrvSettings, IrvReport> = {
  name: "irv",
  shape: "rank",
  settings: readSettings({}),
  tally(profile, _settings, tie) {
    const { options } = profile;
    const read = readPapers(profile);
    const { papers, totals, unclear } = read;
    const rules = { seats: 1, unit: 1 };
    const count = countTransfers(options, papers, rules, tie);
    return {
      ...reportTransfers("irv", { options, totals, ...rules, count }),
      margin: transferMargin(options, read, rules, count),
      explanation: explainCount(totals, () => [
        ...(unclear > 0 ? [{ code: "first-preference-unclear" as const, ballots: unclear }] : []),
        ...majority(options, count),
        ...explainTransfers(options, count, undefined),
      ]),
    };
  },
};

/** The first round in which the winner has more than half of the votes still held. */
function majority(options: readonly string[], { rounds, elected }: TransferCount): TransferStep[] {
  const [winner] = elected;
  if (winner === undefined) return [];
  for (const [at, { votes }] of rounds.entries()) {
    const held = votes.reduce((sum, each) => sum + each, 0);
    const [option, own] = [options[winner]!, votes[winner]!];
    if (2 * own > held) return [{ code: "majority", round: at + 1, option, votes: own, held }];
  }
  return [];
}
