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
  // Candidates are voted on one by one: there may be a single one.
  if (options.length < (method === "per-candidate" ? 1 : 2)) problems.push("too-few-options");
  if (options.some(({ label }) => !LANGUAGES.some((language) => label[language]))) {
    problems.push("label-missing");
  }
  problems.push(...settingProblems(method, rule, options.length));
  if (tieRule === "not_adopted") problems.push("tie-rule");
  return problems;
}

function settingProblems(
  method: MethodName,
  rule: Record<string, unknown>,
  options: number,
): DraftProblem[] {
  const settings = METHODS[method].settings.parse(rule);
  if (!settings.ok) return ["bad-setting"];
  // One vote on each person: as many seats as candidates still elect nobody by themselves.
  if (method === "per-candidate" || !("seats" in settings.value)) return [];
  return settings.value.seats >= options ? ["seats-for-all"] : [];
}
