import type { ElementType } from "react";
import type { ElectionOutcome } from "#wire/decisions.ts";
import { Shape } from "#app/ui/shape.tsx";
import type { ResultSize } from "../result-summary.tsx";
import { ballotsInWords, headlineInWords } from "./explain-election.ts";
import { useSpeaker } from "./speaker.ts";
import "../result-summary.css";

type ElectionSummaryProps = {
  outcome: ElectionOutcome;
  size?: ResultSize;
  /** The element of the sentence: a heading where it is one. */
  as?: ElementType;
};

/** Who was elected or chosen, in a sentence, and by how many ballots. */
export function ElectionSummary({
  outcome,
  size = "card",
  as: Headline = "p",
}: ElectionSummaryProps) {
  const speaker = useSpeaker([...outcome.winners, ...outcome.tied]);
  const settled = outcome.winners.length > 0 && outcome.tied.length === 0;
  return (
    <div className={`result-summary result-summary-${size}`}>
      <Headline className="result-sentence">
        <span className={`outcome-mark outcome-mark-${settled ? "adopted" : "not-quorate"}`}>
          <Shape name={settled ? "circle" : "ring"} />
        </span>
        <span>{headlineInWords(outcome, speaker)}</span>
      </Headline>
      <ul className="result-of-whom">
        {ballotsInWords(outcome, speaker).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
