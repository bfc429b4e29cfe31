import { useTranslation } from "react-i18next";
import { addsUp, type Reconciliation } from "#domain/minutes/reconciliation.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table, type Column } from "#app/ui/table.tsx";

type Line = { key: string; label: string; marks: number; ballots?: number; byMandate?: number };

/** One vote: marks on the roll by channel, ballots found, and what explains a difference. */
export function ReconciliationTable({ sheet, title }: { sheet: Reconciliation; title: string }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const number = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(language, value);
  const lines: Line[] = [
    ...sheet.lines.map(({ channel, ...numbers }) => ({
      key: channel,
      label: t(`sheet.way.${channel}`),
      ...numbers,
    })),
    {
      key: "total",
      label: t("sheet.total"),
      marks: sheet.marks,
      ballots: sheet.ballots,
      byMandate: sheet.lines.reduce((sum, { byMandate = 0 }) => sum + byMandate, 0),
    },
  ];
  const withMandates = sheet.lines.some(({ byMandate }) => byMandate);
  const columns: Column<Line>[] = [
    { key: "channel", label: t("sheet.channel"), cell: ({ label }) => label },
    { key: "marks", label: t("sheet.marks"), numeric: true, cell: ({ marks }) => number(marks) },
    {
      key: "ballots",
      label: t("sheet.ballots"),
      numeric: true,
      cell: ({ ballots }) => number(ballots),
    },
  ];
  if (withMandates) {
    columns.push({
      key: "byMandate",
      label: t("sheet.byMandate"),
      numeric: true,
      cell: ({ byMandate }) => number(byMandate),
    });
  }
  return (
    <div className="stack">
      <Table
        caption={t("sheet.caption", { title })}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
      />
      <ul className="small">
        <li>{t("sheet.entitled", { count: sheet.entitled })}</li>
        {sheet.lines.some(({ channel }) => channel === "device") && (
          <li>{t("sheet.placeUnknown")}</li>
        )}
        {sheet.explained.map(({ code, count, reason = "" }) => (
          <li key={code}>{t(`sheet.explained.${code}`, { count, reason })}</li>
        ))}
        {sheet.counted !== undefined && <li>{t("sheet.counted", { count: sheet.counted })}</li>}
      </ul>
      <Verdict sheet={sheet} />
    </div>
  );
}

function Verdict({ sheet }: { sheet: Reconciliation }) {
  const { t } = useTranslation("minutes");
  if (!addsUp(sheet)) {
    const { unexplained, ballots, counted = ballots } = sheet;
    const count = Math.max(Math.abs(unexplained), Math.abs(counted - ballots));
    return (
      <p className="sheet-wrong" role="status">
        <strong>{t("sheet.disagrees", { count })}</strong>
      </p>
    );
  }
  return <p>{t(sheet.difference === 0 ? "sheet.agrees" : "sheet.agreesExplained")}</p>;
}
