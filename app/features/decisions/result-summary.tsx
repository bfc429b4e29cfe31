import type { ElementType } from "react";
import { useTranslation } from "react-i18next";
import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { headline, sharesInWords, turnoutInWords, warningsInWords } from "./explain-report.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { ReportBar } from "./report-bar.tsx";
import { say } from "./say.ts";
import "./result-summary.css";

/**
 * `card`: in a list of decisions; `page`: at the head of the result's own page; `screen`: alone on
 * the room's screen, readable from its back.
 */
export type ResultSize = "card" | "page" | "screen";

type ResultSummaryProps = {
  report: ResolutionReport;
  size?: ResultSize;
  /** The element of the sentence: a heading where it is one. */
  as?: ElementType;
};

/** A result as everybody meets it: the sentence first, then the picture, then of whom it speaks. */
export function ResultSummary({ report, size = "card", as: Headline = "p" }: ResultSummaryProps) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const warnings = size === "card" ? [] : warningsInWords(report);
  return (
    <div className={`result-summary result-summary-${size}`}>
      <Headline className="result-sentence">
        <OutcomeMark outcome={report.outcome} />
        {say(t, language, headline(report))}
      </Headline>
      <ReportBar report={report} />
      <ul className="result-of-whom">
        {[...sharesInWords(report), turnoutInWords(report)].map((part) => (
          <li key={part.key}>{say(t, language, part)}</li>
        ))}
      </ul>
      {warnings.map((warning) => (
        <p key={warning.key} className="result-warning">
          {say(t, language, warning)}
        </p>
      ))}
    </div>
  );
}
