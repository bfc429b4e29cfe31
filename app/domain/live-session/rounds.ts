import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { QuestionKind } from "./question.ts";
import { HEARD_MARGIN_MS } from "./stage/remote-ears.ts";

/**
 * How questions are chosen (rules §4.4): `two-phase` collects in silence and asks for support once;
 * `continuous` shows the least seen first and hides counts; `simple` is a plain list, for groups so
 * small that nobody comes late.
 */
export const QUESTION_MODES = ["two-phase", "continuous", "simple"] as const;
export type QuestionMode = (typeof QUESTION_MODES)[number];

/** Where a round of the two-phase mode is. */
export const QUESTION_STAGES = ["collect", "merge", "burst", "shown"] as const;
export type QuestionStage = (typeof QUESTION_STAGES)[number];

/** A burst of support lasts five minutes. */
export const BURST_MS = 5 * 60_000;

/** In the continuous mode a count shows once so many people had the question before their eyes. */
export const EXPOSURES_FOR_COUNT = 15;

const TRANSITIONS: Record<QuestionStage, readonly QuestionStage[]> = {
  collect: ["merge", "burst"],
  merge: ["collect", "burst"],
  burst: ["shown"],
  // What came in meanwhile is collected in silence for another round.
  shown: ["collect"],
};

/** Times of a burst, in ms since epoch. */
export type BurstTimes = { announcedAt: number; earliestEnd: number; endsAt: number };

/**
 * When a burst that is announced now ends. `heardFrom`: from when on what is announced now may be
 * closed because remote people had their minute (stage/remote-ears.ts); missing without a stream.
 */
export function burstTimes(announcedAt: number, heardFrom?: number): BurstTimes {
  const earliestEnd = heardFrom ?? announcedAt + HEARD_MARGIN_MS;
  return { announcedAt, earliestEnd, endsAt: Math.max(announcedAt + BURST_MS, earliestEnd) };
}

/**
 * Whether a round may go on to a stage. Two chairs say from where they start, so that the second of
 * them is told that it changed. A burst ends early only once remote people had their minute, or
 * with a written reason.
 */
export function moveRound(
  round: { stage: QuestionStage; earliestEnd?: number },
  step: { from: QuestionStage; to: QuestionStage; now: number; reason?: string },
): Result<QuestionStage> {
  if (round.stage !== step.from) return refuse("changed-meanwhile");
  if (!TRANSITIONS[step.from].includes(step.to)) return refuse("wrong-phase");
  const left = leftToHear(round, step.now);
  if (left > 0 && !step.reason) {
    return refuse("not-heard-yet", { seconds: Math.ceil(left / 1_000) });
  }
  return ok(step.to);
}

/** How long remote people still have before a burst may end without a reason (ms; 0 for none). */
export function leftToHear(
  { stage, earliestEnd }: { stage: QuestionStage; earliestEnd?: number },
  now: number,
): number {
  return stage === "burst" ? Math.max(0, (earliestEnd ?? 0) - now) : 0;
}

/** Whether a question that is published now waits unseen for a burst of support. */
export function waitsInSilence(mode: QuestionMode, kind: QuestionKind): boolean {
  // Statutory and practical questions have an answer by right: support decides nothing for them.
  return mode === "two-phase" && kind === "open";
}

/** Whether voices are taken: in a burst, or all the time where there are none. */
export function takesSupport(mode: QuestionMode, stage: QuestionStage): boolean {
  return mode !== "two-phase" || stage === "burst";
}
