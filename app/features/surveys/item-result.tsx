import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import type { Question } from "#domain/surveys/questionnaire.ts";
import type { PublishedItem } from "#domain/surveys/release.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { Bars } from "./bars.tsx";
import { GroupTables } from "./group-tables.tsx";
import { PrecisionTable } from "./precision-table.tsx";
import { useShares } from "./use-shares.ts";

type Props = { question: Question; page: ResultsPage; expert: boolean };

/** What was said to one question: how the answers spread, then how sure one can be, then by group. */
export function ItemResult({ question, page, expert }: Props) {
  const { t } = useTranslation("surveys");
  const items = page.release.items.filter((item) => item.question === question.id);
  const written = page.release.written[question.id] ?? 0;
  return (
    <div className="item">
      <h3 className="item-title">
        <Words of={question.text} tagged />
      </h3>
      {question.kind === "open" && <p>{t("results.written", { count: written })}</p>}
      {question.kind !== "open" && items.length === 0 && (
        <p className="muted">{t("results.withheld")}</p>
      )}
      {question.kind === "multiple" && items.length > 0 && (
        <p className="muted">{t("results.several")}</p>
      )}
      {items.map((item) => (
        <One key={item.line ?? ""} question={question} item={item} page={page} expert={expert} />
      ))}
    </div>
  );
}

function One({ question, item, page, expert }: Props & { item: PublishedItem }) {
  const { t } = useTranslation("surveys");
  const { count, decimal } = useShares();
  const row = question.kind === "matrix" && question.rows.find(({ id }) => id === item.line);
  return (
    <div className="stack">
      {row && (
        <h4>
          <Words of={row.label} tagged />
        </h4>
      )}
      <p className="muted">
        {t("results.n", { count: item.n, n: count(item.n) })}
        {question.kind === "scale" &&
          item.sum !== undefined &&
          ` · ${t("results.mean", { mean: decimal(item.sum / item.n), from: question.from, to: question.to })}`}
      </p>
      <Bars question={question} item={item} />
      <details>
        <summary>{t("results.precision")}</summary>
        <PrecisionTable question={question} item={item} release={page.release} expert={expert} />
      </details>
      {item.groups.length > 0 && (
        <details>
          <summary>{t("results.groups")}</summary>
          <GroupTables question={question} item={item} page={page} />
        </details>
      )}
    </div>
  );
}
