import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MAJORITIES } from "#domain/decisions/majority.ts";
import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import { hundredthsOfPercent } from "#domain/kernel/fraction.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { Counted } from "./result-page.tsx";
import { CheckSecret } from "./board/check-secret.tsx";

/** How anybody can check the result: the calculation, the ballots' fingerprint, the data. */
export function ResultCheck({ page, report, countedAt, ballotsHash, ledger }: Counted) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { article, version } = page.profile;
  return (
    <section className="result-check stack" aria-labelledby="check">
      <h3 id="check">{t("result.check")}</h3>
      <dl className="decision-facts">
        {report.method === "resolution" && isDecided(report) && (
          <Line label={t("result.checkCalc")}>
            <Calculation report={report} />
          </Line>
        )}
        <Line label={t("result.checkBallots")}>
          {formatNumber(
            language,
            report.method === "resolution" ? report.voters : report.ballots.counted,
          )}
        </Line>
        <Line label={t("result.checkCountedAt")}>
          <time dateTime={countedAt}>{formatDateTime(language, countedAt)}</time>
        </Line>
        <Line label={t("result.checkProfile")}>
          {t("result.checkProfileValue", { article, version })}
        </Line>
        <Line label={t("result.checkHash")}>
          <code className="result-hash">{ballotsHash}</code>
        </Line>
      </dl>
      {ledger ? (
        <CheckSecret page={page} ledger={ledger} />
      ) : (
        <p className="small">{t("result.checkHashNote")}</p>
      )}
      <p>
        <a href={`/decisions/${page.id}/report.json`}>{t("result.checkJson")}</a>
      </p>
    </section>
  );
}

function isDecided({ outcome, expressed }: ResolutionReport): boolean {
  return outcome !== "not-quorate" && expressed > 0;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="decision-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The comparison that decided, in whole numbers as it was made, and the quotient for the eye. */
function Calculation({ report }: { report: ResolutionReport }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { num, den, strict } = MAJORITIES[report.rule.majority];
  const { counts, expressed } = report;
  const quotient = hundredthsOfPercent({ num: counts.for, den: expressed }) / 10_000;
  return (
    <>
      {t(strict ? "result.calculationStrict" : "result.calculation", {
        num,
        den,
        for: counts.for,
        expressed,
        reached: den * counts.for,
        needed: num * expressed,
        quotient: formatNumber(language, quotient, 4),
      })}
    </>
  );
}
