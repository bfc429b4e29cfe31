import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import { section } from "./text.ts";
import { sayStep } from "./sentences.ts";

/** A resolution counted from its ballots alone: outcome, counts and the rule that was applied. */
export function printResolution(report: ResolutionReport): string[] {
  const { outcome, counts, margin, explanation } = report;
  const { changed } = margin;
  return [
    `Votes: ${counts.for} for, ${counts.against} against, ${counts.abstain} abstain`,
    ...section("Outcome", [outcome]),
    ...section("What would have changed the outcome", [
      changed === undefined ? "no other votes would have" : `${changed} votes cast otherwise`,
    ]),
    ...section(
      "Why",
      explanation.map((step) => sayStep(step, String, 1)),
    ),
  ];
}
