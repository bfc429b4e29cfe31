import type { Stage } from "./stage.ts";

/** What the line goes through, each with its page. */
export const LINE_STEPS = ["survey", "proposals", "ranking", "day", "book", "answers"] as const;
export type LineStep = (typeof LINE_STEPS)[number];

const NOW: Record<Stage, LineStep> = {
  gathering: "proposals",
  frozen: "ranking",
  ranking: "ranking",
  ranked: "day",
  debating: "day",
  adopting: "day",
  booked: "book",
  transmitted: "answers",
};

/** Where a step lies seen from a stage. */
export function phaseOf(step: LineStep, stage: Stage): "done" | "current" | "upcoming" {
  const [here, now] = [LINE_STEPS.indexOf(step), LINE_STEPS.indexOf(NOW[stage])];
  if (here === now) return "current";
  return here < now ? "done" : "upcoming";
}
