import { countChoices, RESOLUTION_OPTIONS } from "./options.ts";
import { tallyResolution } from "./resolution.ts";

/** Counting methods by the name a decision stores. A new method is one more line. */
export const METHODS = {
  resolution: {
    shape: "choice",
    options: RESOLUTION_OPTIONS,
    countsOf: countChoices,
    tally: tallyResolution,
  },
} as const;
export type MethodName = keyof typeof METHODS;

export function isMethodName(value: string): value is MethodName {
  return Object.hasOwn(METHODS, value);
}
