import { useTranslation } from "react-i18next";
import { type Column, Table } from "#app/ui/table.tsx";
import type { PublishedRow } from "#domain/decisions/suppression.ts";
import type { Question } from "#domain/surveys/questionnaire.ts";
import type { PublishedItem } from "#domain/surveys/release.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { AnswerName } from "./answer-name.tsx";
import { useShares } from "./use-shares.ts";
import { Words } from "#app/ui/language-tag.tsx";

type Props = { question: Question; item: PublishedItem; page: ResultsPage };

/** One item by group, one way at a time; small cells are hidden with those that would tell them. */
export function GroupTables({ question, item, page }: Props) {
  const { t } = useTranslation("surveys");
  const { count } = useShares();
  const { questions } = page.questionnaire;
  return (
    <>
      {item.groups.map(({ by, rows }) => {
        const grouping = questions.find(({ id }) => id === by);
        if (!grouping) return null;
        if (rows.length === 0) {
          return (
            <p key={by} className="muted">
              <Words of={grouping.text} />: {t("results.noGroups")}
            </p>
          );
        }
        const columns: Column<PublishedRow>[] = [
          {
            key: "group",
            label: t("table.group"),
            cell: ({ ids }) => <AnswerName question={grouping} ids={ids} />,
          },
          ...item.columns.map(({ options }, at) => ({
            key: options.join(),
            label: <AnswerName question={question} ids={options} />,
            numeric: true,
            cell: ({ counts }: PublishedRow) => {
              const cell = counts[at];
              return cell === "hidden" || cell === undefined ? t("results.hidden") : count(cell);
            },
          })),
          {
            key: "total",
            label: t("table.total"),
            numeric: true,
            cell: ({ total }) => count(total),
          },
        ];
        return (
          <Table
            key={by}
            caption={<Words of={grouping.text} tagged />}
            columns={columns}
            rows={rows}
            rowKey={({ ids }) => ids.join()}
          />
        );
      })}
      <p className="muted">{t("results.why")}</p>
    </>
  );
}
