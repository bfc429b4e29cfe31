import { LANGUAGES, type Translated } from "../kernel/languages.ts";
import { type MethodName, METHODS } from "./registry.ts";

/**
 * What a draft lacks before it can open. `bad-setting`: the method cannot be applied with these
 * settings. `seats-for-all`: there are as many places as options, or more. `tie-rule`: a resolution
 * has no lot, and "not adopted" says nothing of an election.
 */
export type DraftProblem =
  | "title-missing"
  | "legal-basis-missing"
  | "too-few-options"
  | "label-missing"
  | "bad-setting"
  | "seats-for-all"
  | "tie-rule"
  | "window-reversed"
  | "nobody-entitled";

export type Draft = {
  texts: Translated<{ title: string; text: string }>;
  legalBasis: string;
  legalChannel: string;
  method: MethodName;
  /** The rule of a resolution, or the method's settings. */
  rule: Record<string, unknown>;
  options: { label: Translated }[];
  tieRule: string;
  /** ms since epoch. */
  opensAt?: number | undefined;
  closesAt?: number | undefined;
};

/** What this draft lacks, in the order of the designer's steps. */
export function draftProblems(draft: Draft): DraftProblem[] {
  const { texts, legalBasis, legalChannel, opensAt, closesAt } = draft;
  const problems: DraftProblem[] = [];
  if (!LANGUAGES.some((language) => texts[language]?.title)) problems.push("title-missing");
  if (legalChannel !== "consultation" && legalBasis === "") problems.push("legal-basis-missing");
  problems.push(...methodProblems(draft));
  if (opensAt !== undefined && closesAt !== undefined && opensAt >= closesAt) {
    problems.push("window-reversed");
  }
  return problems;
}

function methodProblems({ method, rule, options, tieRule }: Draft): DraftProblem[] {
  if (method === "resolution") {
    return tieRule === "not_adopted" || tieRule === "casting" ? [] : ["tie-rule"];
  }
  const problems: DraftProblem[] = [];
  if (options.length < 2 && method !== "per-candidate") problems.push("too-few-options");
  if (options.length === 0 && method === "per-candidate") problems.push("too-few-options");
  if (options.some(({ label }) => !LANGUAGES.some((language) => label[language]))) {
    problems.push("label-missing");
  }
  const settings: { ok: boolean; value?: object } = METHODS[method].settings.parse(rule);
  if (!settings.ok) problems.push("bad-setting");
  // One vote on each person: as many seats as candidates still elects nobody by itself.
  else if (method !== "per-candidate" && seatsOf(settings.value) >= options.length) {
    problems.push("seats-for-all");
  }
  if (tieRule === "not_adopted") problems.push("tie-rule");
  return problems;
}

function seatsOf(settings: object | undefined): number {
  const seats = settings && "seats" in settings ? settings.seats : 0;
  return typeof seats === "number" ? seats : 0;
}
