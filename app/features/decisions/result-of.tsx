import type { ElementType } from "react";
import type { DecisionCard } from "#wire/decisions.ts";
import { ResultSummary, type ResultSize } from "./result-summary.tsx";
import { ElectionSummary } from "./results/election-summary.tsx";

/** The result of a decision, whatever it was counted by; nothing before it may be seen. */
export function ResultOf({
  decision: { report, outcome },
  ...look
}: {
  decision: Pick<DecisionCard, "report" | "outcome">;
  size?: ResultSize;
  as?: ElementType;
}) {
  if (report) return <ResultSummary report={report} {...look} />;
  return outcome ? <ElectionSummary outcome={outcome} {...look} /> : null;
}
