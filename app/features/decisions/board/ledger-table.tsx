import { useTranslation } from "react-i18next";
import { marksOf } from "#domain/decisions/secret/ledger.ts";
import type { Ledger } from "#wire/secret-ballots.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table } from "#app/ui/table.tsx";
import "./board.css";

type LedgerTableProps = {
  ledger: Ledger;
  /** Known once the urn is opened and the count may be seen. */
  opened?: { blank: number; invalid: number };
};

/** `part`: of the line above. */
type Line = { key: string; count: number; part?: true };

const CHANNELS = ["online", "assisted", "paper", "no_script"] as const;

/** Persons, then ballots: entitled, present, marked by channel, in the urn, blank and invalid. */
export function LedgerTable({ ledger, opened }: LedgerTableProps) {
  const { t } = useTranslation("ballot-box");
  const language = useLanguage();
  const marks = marksOf(ledger);
  const lines: Line[] = [
    { key: "entitled", count: ledger.entitled },
    { key: "present", count: ledger.present },
    { key: "marks", count: marks },
    ...CHANNELS.filter((channel) => ledger.issued[channel] > 0).map((channel) => ({
      key: channel,
      count: ledger.issued[channel],
      part: true as const,
    })),
    { key: "ballots", count: ledger.ballots },
    ...(opened
      ? [
          { key: "blank", count: opened.blank, part: true as const },
          { key: "invalid", count: opened.invalid, part: true as const },
        ]
      : []),
  ];
  return (
    <>
      <Table
        caption={t("ledger.caption")}
        captionHidden
        columns={[
          {
            key: "what",
            label: t("ledger.what"),
            cell: ({ key, part }: Line) => (
              <span className={part ? "ledger-part" : undefined}>{t(`ledger.${key}`)}</span>
            ),
          },
          {
            key: "count",
            label: t("ledger.count"),
            numeric: true,
            cell: ({ count }: Line) => formatNumber(language, count),
          },
        ]}
        rows={lines}
        rowKey={({ key }) => key}
      />
      <p>{t("ledger.rule", { marks, ballots: ledger.ballots, count: marks - ledger.ballots })}</p>
    </>
  );
}
