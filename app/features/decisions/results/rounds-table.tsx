import { useTranslation } from "react-i18next";
import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Table } from "#app/ui/table.tsx";
import type { Speaker } from "./speaker.ts";

export type TransferReport = Extract<ElectionReport, { method: "stv" | "irv" }>;

type Row = { key: string; label: string; votes: number[]; electedIn: number };

/** Votes after each round, none of them lost: what nobody holds any more has its own rows. */
export function RoundsTable({ report, speaker }: { report: TransferReport; speaker: Speaker }) {
  const { t } = useTranslation("results");
  const { rounds, unit } = report.detail;
  const said = (parts: number) => formatNumber(speaker.language, parts / unit, 5);
  return (
    <>
      <Table
        caption={t("table.rounds")}
        rows={rowsOf(report, speaker)}
        rowKey={({ key }) => key}
        columns={[
          { key: "option", label: t("column.option"), cell: ({ label }: Row) => label },
          ...rounds.map(({ round }, at) => ({
            key: String(round),
            label: t("column.round", { round }),
            numeric: true,
            cell: ({ votes, electedIn }: Row) =>
              said(votes[at] ?? 0) + (electedIn === round ? " *" : ""),
          })),
        ]}
      />
      <p className="small muted">{t("table.roundsNote")}</p>
    </>
  );
}

function rowsOf({ options, order, detail }: TransferReport, { t, label }: Speaker): Row[] {
  const { rounds } = detail;
  const rows = order.flat().map((option): Row => {
    const place = options.indexOf(option);
    const elected = rounds.find((round) => round.elected.includes(option));
    return {
      key: option,
      label: label(option),
      votes: rounds.map(({ votes }) => votes[place] ?? 0),
      electedIn: elected?.round ?? 0,
    };
  });
  const others = (["exhausted", "remainder"] as const)
    .map((key): Row => {
      const votes = rounds.map((round) => round[key]);
      return { key: `(${key})`, label: t(`column.${key}`), votes, electedIn: 0 };
    })
    .filter(({ votes }) => votes.some((parts) => parts > 0));
  return [...rows, ...others];
}
