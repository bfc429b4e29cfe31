import type { DraftProblem } from "#domain/decisions/draft.ts";
import type { MethodName } from "#domain/decisions/registry.ts";

/** The designer's pages, in the order in which a decision is thought about. */
export const STEPS = [
  "texts",
  "method",
  "rules",
  "options",
  "electorate",
  "vote",
  "check",
] as const;
export type Step = (typeof STEPS)[number];

/** Only a resolution has options that nobody chooses. */
export function stepsFor(method: MethodName): Step[] {
  return STEPS.filter((step) => step !== "options" || method !== "resolution");
}

/** The step of this name, or the first. */
export function stepNamed(name: string | null, method: MethodName): Step {
  return stepsFor(method).find((step) => step === name) ?? "texts";
}

export function stepAfter(step: Step, method: MethodName): Step {
  const steps = stepsFor(method);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** Where each thing that a draft lacks is mended. */
export const STEP_OF: Record<DraftProblem, Step> = {
  "title-missing": "texts",
  "legal-basis-missing": "texts",
  "too-few-options": "options",
  "label-missing": "options",
  "bad-setting": "rules",
  "seats-for-all": "rules",
  "tie-rule": "rules",
  "window-reversed": "vote",
  "nobody-entitled": "electorate",
};
