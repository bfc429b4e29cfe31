import type { AnyReport } from "../registry.ts";
import { type AnnouncedElection, announcedElection } from "./announced.ts";
import type { Bundle } from "./bundle.ts";
import type { Check, CheckName } from "./check.ts";
import { checkBallots, checkBoard } from "./check-board.ts";
import { checkAttestations, checkCount, checkLedger, recountOf } from "./check-count.ts";
import { openedTotals } from "./opened.ts";
import { type BundleProblem, parseBundle } from "./read-bundle.ts";

/** How far a recount is: ballots done, of so many, in the check that is running. */
export type RecountProgress = { check: CheckName; done: number; total: number };

/** What a recount found. The checks are in the order of CHECK_NAMES. */
export type Recount = {
  /** Whether no check failed; a check that was left open says why. */
  passed: boolean;
  checks: Check[];
  /** What the bundle says of itself. */
  summary: Pick<Bundle, "definition" | "ledger" | "head" | "tie"> & {
    ballots: number;
    blank?: number;
    invalid?: number;
  };
  /** Counted here, from the opened ballots; missing where they are not published. */
  report?: AnyReport;
  /** An election's result as the bundle gives it, where the opened ballots are not published. */
  announced?: AnnouncedElection;
};

type Options = { subtle?: SubtleCrypto; progress?: (progress: RecountProgress) => void };

/** Counts a bundle again and checks all of it, without anything else than its text. */
export async function recount(
  text: string,
  { subtle = crypto.subtle, progress }: Options = {},
): Promise<{ ok: true; value: Recount } | { ok: false; problem: BundleProblem }> {
  const read = parseBundle(text);
  if (!read.ok) return read;
  const { bundle, entries } = read.value;
  const advance = (check: CheckName) => (done: number) =>
    progress?.({ check, done, total: entries.length });

  const checks = [
    await checkBoard(read.value, advance("board")),
    await checkBallots(read.value, subtle, advance("ballots")),
    checkLedger(bundle),
    await checkCount(bundle),
    await checkAttestations(bundle, subtle),
  ];
  const { definition, ledger, head, opened, tie } = bundle;
  const report = recountOf(bundle);
  // Where ballots must not be published, the word of those who opened them is all there is.
  const withheld = checks.some(({ name, state }) => name === "count" && state === "open");
  const announced = withheld
    ? announcedElection(bundle.report, definition.ballot.options)
    : undefined;
  const totals = opened ? openedTotals(opened) : {};
  return {
    ok: true,
    value: {
      passed: checks.every(({ state }) => state !== "failed"),
      checks,
      summary: {
        ...{ definition, ledger, head, ...totals, ballots: entries.length },
        ...(tie ? { tie } : {}),
      },
      ...(report ? { report } : {}),
      ...(announced ? { announced } : {}),
    },
  };
}
