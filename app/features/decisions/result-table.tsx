import { useTranslation } from "react-i18next";
import { RESOLUTION_OPTIONS, type ResolutionOption } from "#domain/decisions/options.ts";
import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table } from "#app/ui/table.tsx";
import { tableShares } from "./explain-report.ts";
import { writeShare, type RoundedShare } from "./rounded-share.ts";

type Row = ResolutionOption | "total";

/** The votes with both percentages, each under the base it is a share of (rules §1.5). */
export function ResultTable({ report }: { report: ResolutionReport }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { ofExpressed, ofVoters } = tableShares(report);
  const number = (value: number) => formatNumber(language, value);
  const share = (value: RoundedShare | undefined) => (value ? writeShare(value, language) : "–");
  const base = (count: number) => t("result.ofBase", { count });
  const legal = (row: Row) => {
    if (row === "abstain") return t("result.outOfBase");
    return row === "total" ? base(report.expressed) : share(ofExpressed[row]);
  };
  const small = report.expressed < 30 || report.voters < 30;

  return (
    <div className="result-table">
      <Table
        caption={t(report.outcome === "not-quorate" ? "result.tableIdle" : "result.table")}
        rows={[...RESOLUTION_OPTIONS, "total"] as Row[]}
        rowKey={(row) => row}
        columns={[
          {
            key: "choice",
            label: t("result.choice"),
            cell: (row) => (row === "total" ? t("result.total") : t(`options.${row}`)),
          },
          {
            key: "votes",
            label: t("result.votes"),
            numeric: true,
            cell: (row) => number(row === "total" ? report.voters : report.counts[row]),
          },
          {
            key: "expressed",
            label: t("result.ofCast"),
            numeric: true,
            cell: legal,
          },
          {
            key: "voters",
            label: t("result.ofVoters"),
            numeric: true,
            cell: (row) => (row === "total" ? base(report.voters) : share(ofVoters[row])),
          },
        ]}
      />
      <p className="small muted">
        {t("result.bases")} {t(small ? "result.small" : "result.rounding")}
      </p>
    </div>
  );
}
