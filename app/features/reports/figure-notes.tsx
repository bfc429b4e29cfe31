import { useTranslation } from "react-i18next";
import type { FigureLine } from "#wire/reports.ts";

/** Where a group's figures are from, and what a careful reader should know about each. */
export function FigureNotes({ lines }: { lines: FigureLine[] }) {
  const { t } = useTranslation(["reports", "figures"]);
  const figures = lines.flatMap((line) => line.years.map((figure) => ({ ...figure, line })));
  const sources = [...new Set(figures.map(({ source }) => source))].filter(Boolean);
  const notes = figures.filter(({ note }) => note);
  return (
    <details className="figure-notes">
      <summary>{t("sourcesAndNotes")}</summary>
      <div className="stack small">
        <ul>
          {sources.map((source) => (
            <li key={source}>{t(`figures:sources.${source}`)}</li>
          ))}
        </ul>
        {notes.length > 0 && (
          <dl className="figure-note-list">
            {notes.map(({ line, year, note }) => (
              <div key={`${line.key} ${year}`}>
                <dt>
                  {t(`figures:facts.${line.key}`)}, {year}
                </dt>
                <dd>{t(`figures:notes.${note}`)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </details>
  );
}
