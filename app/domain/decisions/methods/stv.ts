import type { CountingMethod } from "../counting-method.ts";
import { BallotsRefused } from "../profile.ts";
import { explainCount } from "../report.ts";
import { readSettings, SEATS } from "../settings.ts";
import { readPapers } from "./papers.ts";
import { countTransfers } from "./transferable.ts";
import { transferMargin } from "./transfer-margin.ts";
import {
  explainTransfers,
  reportTransfers,
  type TransferReport,
  type TransferStep,
} from "./transfer-report.ts";

export type StvSettings = { seats: number };

export type StvReport = TransferReport<"stv">;

/** Parts of a vote: transfer values have five decimals (rule 48(3)). */
const UNIT = 100_000;

/**
 * The single transferable vote by the Scottish rules: weighted inclusive Gregory transfers, Droop
 * quota, values cut to five decimals (Scottish Local Government Elections Order 2007, SSI 2007/42,
 * schedule 1, rules 45 to 52). Votes are whole hundred-thousandths.
 * @throws BallotsRefused also where that many parts pass 2^53 − 1, at some 90 thousand million ballots.
 */
export const stv: CountingMethod<"stv", StvSettings, StvReport> = {
  name: "stv",
  shape: "rank",
  settings: readSettings({ seats: SEATS }),
  tally(profile, { seats }, tie) {
    const { options } = profile;
    const read = readPapers(profile);
    const { papers, totals, unclear } = read;
    if (!Number.isSafeInteger(totals.counted * UNIT)) throw new BallotsRefused("sum-too-large");
    // Rule 46: ballots over seats and one more, decimals ignored, and one.
    const ballotQuota = Math.floor(totals.counted / (seats + 1)) + 1;
    const rules = { seats, unit: UNIT, quota: ballotQuota * UNIT };
    const count = countTransfers(options, papers, rules, tie);
    const explain = (): TransferStep[] => [
      ...(unclear > 0 ? [{ code: "first-preference-unclear" as const, ballots: unclear }] : []),
      { code: "quota", ballots: totals.counted, seats, quota: ballotQuota },
      ...explainTransfers(options, count, rules.quota),
    ];
    return {
      ...reportTransfers("stv", { options, totals, ...rules, count }),
      margin: transferMargin(options, read, rules, count),
      explanation: explainCount(totals, explain),
    };
  },
};
