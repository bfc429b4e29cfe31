import { useTranslation } from "react-i18next";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import type { Ledger } from "#wire/secret-ballots.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DecisionFacts } from "./decision-head.tsx";
import { DecisionSheet } from "./decision-sheet.tsx";
import { DecisionText } from "./decision-text.tsx";
import { explainReport } from "./explain-report.ts";
import { PrintButton } from "./print-button.tsx";
import { ResultCheck } from "./result-check.tsx";
import { ResultSummary } from "./result-summary.tsx";
import { ResultTable } from "./result-table.tsx";
import type { BeyondReport } from "./results/load-beyond.server.ts";
import { ElectionResult } from "./results/election-result.tsx";
import { say } from "./say.ts";

export type Counted<Report extends AnyReport = AnyReport> = {
  page: DecisionPage;
  report: Report;
  countedAt: string;
  ballotsHash: string;
  /** Of a secret vote. */
  ledger?: Ledger;
  /** Of an election. */
  beyond?: BeyondReport;
};

/** A result: the sentence, the picture, the table, why, and how to check it. */
export function ResultPage(counted: Counted) {
  const { page } = counted;
  const { t } = useTranslation("decisions");
  return (
    <DecisionSheet
      page={page}
      kind={t("result.title")}
      after={
        <p className="row not-printed decision-after">
          <PrintButton>{t("result.print")}</PrintButton>
          <ButtonLink tone="quiet" to={`/decisions/${page.id}`}>
            {t("result.toBallot")}
          </ButtonLink>
        </p>
      }
    >
      {page.phase !== "published" && (
        <Notice tone="wait" title={t("result.provisional")}>
          <p>{t("result.provisionalBody")}</p>
        </Notice>
      )}
      {page.rehearsal && <Rehearsal />}
      {page.annulledAt === undefined ? (
        <Figures counted={counted} />
      ) : (
        <details>
          <summary>{t("annulled.figures")}</summary>
          <Figures counted={counted} />
        </details>
      )}
      <DecisionText page={page} />
      <DecisionFacts page={page} />
    </DecisionSheet>
  );
}

/** What came out, and how to check it. */
function Figures({ counted }: { counted: Counted }) {
  const { page, report, beyond } = counted;
  return (
    <>
      {report.method === "resolution" ? (
        <ResolutionResult report={report} />
      ) : (
        <ElectionResult page={page} report={report} beyond={beyond} />
      )}
      <ResultCheck {...counted} />
    </>
  );
}

function ResolutionResult({ report }: { report: ResolutionReport }) {
  return (
    <>
      <ResultSummary report={report} size="page" as="h2" />
      <ResultTable report={report} />
      <Why report={report} />
    </>
  );
}

function Rehearsal() {
  const { t } = useTranslation("results");
  return (
    <Notice tone="wait" title={t("rehearsal.title")}>
      <p>{t("rehearsal.body")}</p>
    </Notice>
  );
}

function Why({ report }: { report: ResolutionReport }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  return (
    <section className="stack" aria-labelledby="why">
      <h3 id="why">{t("result.why")}</h3>
      <ul>
        {explainReport(report).map((part) => (
          <li key={part.key}>{say(t, language, part)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Before the chair publishes: what will be here, and where to go meanwhile. */
export function ResultNotYet({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  return (
    <DecisionSheet page={page} kind={t("result.title")}>
      <EmptyState
        title={t("result.notYet")}
        action={<ButtonLink to={`/decisions/${page.id}`}>{t("result.toBallot")}</ButtonLink>}
      >
        {t("result.notYetBody")}
      </EmptyState>
    </DecisionSheet>
  );
}
