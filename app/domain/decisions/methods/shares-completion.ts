import type { TieBreaker } from "../tie.ts";
import { type Run, runShares } from "./shares-run.ts";
import { type Supporters, undividedClasses } from "./supporters.ts";

/**
 * Why purses were not raised further: the seats are filled; all options that anybody approves are
 * bought; the next step would buy too many, or meets a tie that nothing settles; or such a tie ended
 * the count.
 */
export type RaiseEnd = "seats-filled" | "all-bought" | "overshoot" | "tie-at-next-step" | "tie";

export type Completed = {
  run: Run;
  /** By how many steps purses were raised. */
  steps: bigint;
  end: RaiseEnd;
  /** Where a tie at the next step ended it: the run of that step. */
  stuckRun?: Run;
};

/**
 * Equal shares with its completion (rules §3.3): where fewer options than seats are bought, purses
 * are raised by `1/parts` of their first size and everything is bought anew, until the seats are
 * filled or the next step would buy more options than there are seats. A step at which a tie stays
 * open is not taken either. Steps that could not change any purchase are passed over in one go.
 */
export function completeShares(
  supporters: Supporters,
  tie: TieBreaker,
  { seats, parts }: { seats: number; parts: number },
): Completed {
  const voters = BigInt(supporters.ballots.counted);
  const classes = undividedClasses(supporters);
  const most = Math.min(seats, supporters.approvals.filter((approvals) => approvals > 0).length);
  const runAt = (steps: bigint) => {
    // One voter has seats / voters, that is seats × (parts + steps) of parts × voters to a price.
    const purse = { at: BigInt(seats) * (BigInt(parts) + steps), growth: BigInt(seats) };
    const purses = { price: BigInt(parts) * voters, left: [purse] };
    return runShares(supporters, tie, { classes, purses, most: seats + 1 });
  };

  let steps = 0n;
  let run = runAt(steps);
  while (!run.stuck && run.purchases.length < most && run.steady !== undefined) {
    const next = runAt(steps + run.steady);
    const overshoots = next.purchases.length > seats;
    if (next.stuck || overshoots) {
      steps += run.steady - 1n;
      const end = overshoots ? "overshoot" : "tie-at-next-step";
      return { run: runAt(steps), steps, end, ...(overshoots ? {} : { stuckRun: next }) };
    }
    steps += run.steady;
    run = next;
  }
  const filled = run.purchases.length === seats;
  return { run, steps, end: run.stuck ? "tie" : filled ? "seats-filled" : "all-bought" };
}
