import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import type { Question } from "#domain/surveys/questionnaire.ts";
import type { Change, ItemChange } from "#domain/surveys/waves.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { AnswerName } from "./answer-name.tsx";
import { useShares } from "./use-shares.ts";

type Wave = NonNullable<ResultsPage["wave"]>;

/** Beside the survey that asked the same before: a rise or a fall only where numbers show one. */
export function WaveChange({ wave, questions }: { wave: Wave; questions: readonly Question[] }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { earlier, comparison } = wave;
  const { gaps, items, reworded, compared } = comparison;
  return (
    <Section id="waves" title={t("wave.title")}>
      <p>
        {t("wave.with")}{" "}
        <Link to={`/surveys/${earlier.slug}/results`}>
          <Words of={earlier.titles} />
        </Link>
        , {formatDate(language, earlier.closedOn)}
      </p>
      {gaps.map((gap) => (
        <p key={gap}>{t(`wave.gap.${gap}`)}</p>
      ))}
      {compared > 0 && (
        <p className="muted">
          {t("wave.many", { count: compared, chance: formatNumber(language, compared / 20, 1) })}
        </p>
      )}
      {items.map((item) => (
        <OneItem
          key={`${item.question} ${item.line ?? ""}`}
          item={item}
          question={questions.find(({ id }) => id === item.question)}
        />
      ))}
      {gaps.length === 0 && reworded.length > 0 && (
        <p className="muted">{t("wave.reworded", { count: reworded.length })}</p>
      )}
    </Section>
  );
}

type ItemProps = { item: ItemChange; question: Question | undefined };

function OneItem({ item, question }: ItemProps) {
  const { t } = useTranslation("surveys");
  const { share, count } = useShares();
  if (!question || item.changes.length === 0) return null;
  const row = question.kind === "matrix" && question.rows.find(({ id }) => id === item.line);
  const columns: Column<Change>[] = [
    {
      key: "answer",
      label: t("table.answer"),
      cell: ({ options }) => <AnswerName question={question} ids={options} />,
    },
    {
      key: "shares",
      label: (
        <span className="survey-shares">
          {t("wave.before", { n: count(item.before) })}
          <br />
          {t("wave.now", { n: count(item.now) })}
        </span>
      ),
      cell: ({ before, now }) => (
        <span className="survey-shares">
          {share(before)}
          <br />
          <strong>{share(now)}</strong>
        </span>
      ),
    },
    { key: "change", label: t("wave.change"), cell: (change) => <Direction change={change} /> },
  ];
  return (
    <Table
      caption={
        <>
          <Words of={question.text} tagged />
          {row && (
            <>
              {" – "}
              <Words of={row.label} tagged />
            </>
          )}
        </>
      }
      columns={columns}
      rows={item.changes}
      rowKey={({ options }) => options.join()}
    />
  );
}

/** In words, with where the difference must lie; the sign says nothing that the words do not. */
function Direction({ change: { direction, between } }: { change: Change }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const points = (share: number) => {
    const said = formatNumber(language, Math.abs(100 * share), 0);
    return share < 0 ? `−${said}` : `+${said}`;
  };
  return (
    <>
      {direction === "unsure" ? (
        t("wave.unsure")
      ) : (
        <>
          <Shape name={direction === "up" ? "circle" : "square"} /> {t(`wave.${direction}`)}
        </>
      )}{" "}
      <span className="muted small">
        {t("wave.between", { low: points(between[0]), high: points(between[1]) })}
      </span>
    </>
  );
}
