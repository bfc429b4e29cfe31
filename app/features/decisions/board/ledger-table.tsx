import { useTranslation } from "react-i18next";
import { marksOf } from "#domain/decisions/secret/ledger.ts";
import type { Ledger } from "#wire/secret-ballots.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table } from "#app/ui/table.tsx";

type LedgerTableProps = {
  ledger: Ledger;
  /** Known once the urn is opened and the count may be seen. */
  opened?: { blank: number; invalid: number };
};

type Line = { key: string; count: number };

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
    })),
    { key: "ballots", count: ledger.ballots },
    ...(opened
      ? [
          { key: "blank", count: opened.blank },
          { key: "invalid", count: opened.invalid },
        ]
      : []),
  ];
  return (
    <>
      <Table
        caption={t("ledger.title")}
        captionHidden
        columns={[
          { key: "what", label: t("ledger.what"), cell: ({ key }: Line) => t(`ledger.${key}`) },
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
