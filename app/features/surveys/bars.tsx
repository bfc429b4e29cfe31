import type { Question } from "#domain/surveys/questionnaire.ts";
import type { PublishedItem } from "#domain/surveys/release.ts";
import { useTranslation } from "react-i18next";
import { AnswerName } from "./answer-name.tsx";
import { useShares } from "./use-shares.ts";

const WIDTH = 400;
const HEIGHT = 12;

/** How answers spread: each with its words and numbers, and a bar that says the same to eyes. */
export function Bars({ question, item }: { question: Question; item: PublishedItem }) {
  const { t } = useTranslation("surveys");
  const { share } = useShares();
  return (
    <ul className="bars">
      {item.columns.map(({ options, count }) => {
        const width = count === "hidden" ? 0 : (WIDTH * count) / item.n;
        return (
          <li key={options.join()}>
            <p className="bar-words">
              <span>
                <AnswerName question={question} ids={options} />
              </span>
              <span className="bar-count">
                {count === "hidden" ? t("results.hidden") : share({ part: count, of: item.n })}
              </span>
            </p>
            <svg
              className="bar-picture"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect className="bar-ground" width={WIDTH} height={HEIGHT} />
              <rect className="bar-part" width={width} height={HEIGHT} />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
