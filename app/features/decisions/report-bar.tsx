import { useTranslation } from "react-i18next";
import { MAJORITIES } from "#domain/decisions/majority.ts";
import { RESOLUTION_OPTIONS } from "#domain/decisions/options.ts";
import type { QuorumReport, ResolutionReport } from "#domain/decisions/resolution.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ResultBar } from "#app/ui/result-bar.tsx";
import { tableShares } from "./explain-report.ts";
import { writeShare } from "./rounded-share.ts";

/** The count as a picture. Without a quorum there is no result to draw, only who was missing. */
export function ReportBar({ report }: { report: ResolutionReport }) {
  if (report.outcome === "not-quorate" && report.quorum) {
    return <QuorumBar quorum={report.quorum} />;
  }
  return report.voters > 0 ? <VotesBar report={report} /> : null;
}

function QuorumBar({ quorum }: { quorum: QuorumReport }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { unit, present, needed, total } = quorum;
  const parts = [
    { tone: "for", label: t(`quorum.present_${unit}`), count: present },
    {
      tone: "abstain",
      label: t(`quorum.absent_${unit}`),
      count: total - present,
    },
  ] as const;
  return (
    <ResultBar
      segments={parts.map((part) => ({
        ...part,
        countWords: formatNumber(language, part.count),
      }))}
      threshold={{
        num: needed,
        den: Math.max(1, total),
        label: t(`quorum.needed_${unit}`, { count: needed }),
        of: "all",
      }}
    />
  );
}

function VotesBar({ report }: { report: ResolutionReport }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { majority } = report.rule;
  // Where most abstained, the votes that decide would be too thin to see beside them.
  const abstentionsBeyond = report.counts.abstain > report.expressed && report.expressed > 0;
  const shown = RESOLUTION_OPTIONS.filter((option) => option !== "abstain" || !abstentionsBeyond);
  const { ofExpressed } = tableShares(report);
  return (
    <>
      <ResultBar
        segments={shown.map((option) => {
          const share = option === "abstain" ? undefined : ofExpressed[option];
          return {
            tone: option,
            label: t(`options.${option}`),
            count: report.counts[option],
            countWords: formatNumber(language, report.counts[option]),
            ...(share ? { share: writeShare(share, language) } : {}),
          };
        })}
        threshold={{
          num: MAJORITIES[majority].num,
          den: MAJORITIES[majority].den,
          label: t(`threshold.${majority}`),
          of: "for-and-against",
        }}
      />
      {abstentionsBeyond && (
        <p className="small muted">
          {t("result.abstentionsBeyond", { count: report.counts.abstain })}
        </p>
      )}
    </>
  );
}
