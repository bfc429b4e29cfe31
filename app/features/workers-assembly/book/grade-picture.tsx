import { useTranslation } from "react-i18next";
import type { BookDemand } from "#domain/workers-assembly/book.ts";

/** Grades from the best to the worst on one bar; the line of the half falls on the majority grade. */
export function GradePicture({ demand: { grades, median } }: { demand: BookDemand }) {
  const { t } = useTranslation("workers-book");
  if (median === undefined) return null;
  const whole = grades.reduce((sum, count) => sum + count, 0);
  const best = grades.map((count, grade) => ({ count, grade })).reverse();
  let from = 0;
  const parts = best.map(({ count, grade }) => {
    const part = { grade, from, count };
    from += count;
    return part;
  });
  const percent = (count: number) => `${(100 * count) / whole}%`;
  return (
    <figure className="book-grades">
      <svg className="book-grades-picture" aria-hidden="true" focusable="false">
        {parts.map((part) => (
          <rect
            key={part.grade}
            className={`book-grade-${part.grade}`}
            x={percent(part.from)}
            width={percent(part.count)}
            y="4"
            height="24"
          />
        ))}
        <line x1="50%" x2="50%" y1="0" y2="32" className="book-grades-half" />
      </svg>
      <figcaption>
        <ul className="book-grades-words small">
          {best.map(({ count, grade }) => (
            <li key={grade}>
              <svg className="book-grades-swatch" viewBox="0 0 10 10" aria-hidden="true">
                <rect width="10" height="10" className={`book-grade-${grade}`} />
              </svg>
              {t("grades.count", { count, grade: t(`grade.${grade}`) })}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
