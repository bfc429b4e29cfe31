import { useTranslation } from "react-i18next";
import type { OtherCount } from "#domain/decisions/comparison.ts";
import type { DecisionPage, ElectionReport } from "#wire/decisions.ts";
import { formatList } from "#app/i18n/format.ts";
import { Table } from "#app/ui/table.tsx";
import { useSpeaker } from "./speaker.ts";

/** What is told of an election beyond its report. */
export type BeyondReport = {
  /** Missing until the job process has counted the ballots by the other methods. */
  comparison?: OtherCount[];
  /** Formats in which the ballots may be had; none where they could give somebody away. */
  formats: string[];
};

type Row = { method: string; winners: string[]; tied: string[]; own: boolean };

/** What other methods would have given from the same ballots. */
export function Comparison({
  page,
  report,
  comparison,
}: {
  page: DecisionPage;
  report: ElectionReport;
  comparison: OtherCount[];
}) {
  const { t } = useTranslation("results");
  const { language, label } = useSpeaker(page.options);
  if (comparison.length === 0) return null;
  const rows = [rowOf({ ...report }, true), ...comparison.map((other) => rowOf(other, false))];
  const differing = rows.filter(({ winners }) => !sameSet(winners, report.winners)).length;
  const list = (options: string[]) => formatList(language, options.map(label));
  return (
    <section className="stack" aria-labelledby="compare">
      <h3 id="compare">{t("compare.title")}</h3>
      <p>{t(differing > 0 ? "compare.differs" : "compare.same", { count: differing })}</p>
      <Table
        caption={t("compare.caption")}
        rows={rows}
        rowKey={({ method }) => method}
        columns={[
          {
            key: "method",
            label: t("compare.method"),
            cell: ({ method, own }) =>
              own ? t("compare.own", { method: t(`method.${method}`) }) : t(`method.${method}`),
          },
          {
            key: "winners",
            label: t("compare.winners"),
            cell: ({ winners, tied }) =>
              [
                winners.length > 0 ? list(winners) : undefined,
                tied.length > 0 ? t("compare.tied", { tied: list(tied) }) : undefined,
              ]
                .filter(Boolean)
                .join(" ; ") || "–",
          },
        ]}
      />
      <p className="small muted">{t("compare.caution")}</p>
    </section>
  );
}

function rowOf({ method, winners, tiedForLast = [] }: OtherCount, own: boolean): Row {
  return { method, winners, tied: tiedForLast, own };
}

function sameSet(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((option) => others.includes(option));
}

/** The ballots to take away and count elsewhere, or why they are not given. */
export function Downloads({ page, formats }: { page: DecisionPage; formats: string[] }) {
  const { t } = useTranslation("results");
  return (
    <section className="stack" aria-labelledby="ballot-files">
      <h3 id="ballot-files">{t("files.title")}</h3>
      {formats.length === 0 ? (
        <p>{t("files.none")}</p>
      ) : (
        <>
          <p>{t("files.why")}</p>
          <ul>
            {formats.map((format) => (
              <li key={format}>
                <a href={`/decisions/${page.id}/ballots.${format}`}>{t(`files.${format}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`/decisions/${page.id}/turnout`}>{t("turnout.link")}</a>
      </p>
    </section>
  );
}
