import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BallotFormat, Compared } from "#wire/decision-results.ts";
import type { DecisionPage, ElectionReport, LabelledOption } from "#wire/decisions.ts";
import { formatList } from "#app/i18n/format.ts";
import { Table } from "#app/ui/table.tsx";
import { outcomeOf } from "./explain-election.ts";
import { useSpeaker } from "./speaker.ts";

type Row = {
  method: string;
  winners: LabelledOption[];
  tied: LabelledOption[];
  own: boolean;
};

/** What other methods would have given from the same ballots. */
export function Comparison({
  page,
  report,
  comparison,
}: {
  page: DecisionPage;
  report: ElectionReport;
  comparison: Compared[];
}) {
  const { t } = useTranslation("results");
  const { language, label } = useSpeaker(page.options);
  if (comparison.length === 0) return null;
  const { winners, tied } = outcomeOf(report, page.options);
  const rows: Row[] = [
    { method: report.method, winners, tied, own: true },
    ...comparison.map((other) => ({ ...other, own: false })),
  ];
  const differing = rows.filter((row) => !areSame(row.winners, winners)).length;
  const list = (options: LabelledOption[]) =>
    formatList(
      language,
      options.map(({ id }) => label(id)),
    );
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
                .join(". ") || "–",
          },
        ]}
      />
      <p className="small muted">{t("compare.caution")}</p>
    </section>
  );
}

function areSame(some: LabelledOption[], others: LabelledOption[]): boolean {
  const ids = new Set(others.map(({ id }) => id));
  return some.length === ids.size && some.every(({ id }) => ids.has(id));
}

/** The ballots to take away and count elsewhere, or why they are not given. */
export function Downloads({ page, formats }: { page: DecisionPage; formats: BallotFormat[] }) {
  const { t } = useTranslation("results");
  return (
    <section className="stack" aria-labelledby="ballot-files">
      <h3 id="ballot-files">{t("files.title")}</h3>
      {formats.length === 0 ? (
        <p>{t(page.phase === "published" ? "files.none" : "files.notYet")}</p>
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
      {page.phase === "published" && !page.rehearsal && (
        <p>
          <Link to={`/decisions/${page.id}/turnout`}>{t("turnout.link")}</Link>
        </p>
      )}
    </section>
  );
}
