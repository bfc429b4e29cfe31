import { useTranslation } from "react-i18next";
import { type Column, Table } from "#app/ui/table.tsx";
import { marginOfError, worstCase } from "#domain/surveys/report-card.ts";
import type { Question } from "#domain/surveys/questionnaire.ts";
import type { PublishedItem, Release } from "#domain/surveys/release.ts";
import { AnswerName } from "./answer-name.tsx";
import { useShares } from "./use-shares.ts";

type Line = PublishedItem["columns"][number];
type Props = { question: Question; item: PublishedItem; release: Release; expert: boolean };

/**
 * What the answers say of everybody. Of people who chose themselves: between which shares the truth
 * must lie, and no margin of error; an expert may ask for one, with the belief it rests on said at
 * each number. Of a lot: its margin (rules 6.3, 6.4).
 */
export function PrecisionTable({ question, item, release, expert }: Props) {
  const { t } = useTranslation("surveys");
  const { share, percent, decimal } = useShares();
  const { rate, weighting, mode, field } = release;
  const drawn = mode === "sample";
  const deff = "refused" in weighting ? 1 : weighting.deff;
  const margin = (count: number) =>
    `± ${decimal(100 * marginOfError(count / item.n, item.n, field.of, deff))}`;
  const number = (label: string, key: string, cell: (count: number) => string): Column<Line> => ({
    key,
    label,
    numeric: true,
    cell: ({ count }) => (count === "hidden" ? t("results.hidden") : cell(count)),
  });
  const columns: Column<Line>[] = [
    {
      key: "answer",
      label: t("table.answer"),
      cell: ({ options }) => <AnswerName question={question} ids={options} />,
    },
    number(t("table.said"), "said", (count) => share({ part: count, of: item.n })),
    ...("refused" in weighting
      ? []
      : [
          {
            key: "weighted",
            label: t("table.weighted"),
            numeric: true,
            cell: ({ weighted }: Line) => (weighted === undefined ? "" : percent(weighted, item.n)),
          },
        ]),
    ...(rate && !drawn
      ? [
          number(t("table.bounds"), "bounds", (count) => {
            const answered = { part: Math.min(item.n, rate.of), of: rate.of };
            const [low, high] = worstCase({ part: count, of: item.n }, answered);
            return t("table.between", { low: percent(low, 1_000), high: percent(high, 1_000) });
          }),
        ]
      : []),
    ...(drawn ? [number(t("table.margin"), "margin", margin)] : []),
    ...(expert && !drawn
      ? [
          number(t("table.believed"), "believed", (count) =>
            t("table.believedCell", { margin: margin(count) }),
          ),
        ]
      : []),
  ];
  return (
    <Table
      caption={t(drawn ? "table.captionDrawn" : "table.caption")}
      columns={columns}
      rows={item.columns}
      rowKey={({ options }) => options.join()}
    />
  );
}
