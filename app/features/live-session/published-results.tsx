import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { hasResult } from "#app/features/decisions/has-result.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";

type PublishedResultsProps = { title: string; decisions: DecisionCard[] };

/** What has been decided, and what is being counted. */
export function PublishedResults({ title, decisions }: PublishedResultsProps) {
  if (decisions.length === 0) return null;
  return (
    <Section title={title}>
      <ResultsList decisions={decisions} />
    </Section>
  );
}

/** Each with its outcome, or with what it waits for. */
export function ResultsList({ decisions }: { decisions: DecisionCard[] }) {
  const { t } = useTranslation("live-session");
  return (
    <ul className="results-list">
      {decisions.map((decision) => (
        <li key={decision.id} className="stack">
          <h3>
            <Words of={decision.title} />
          </h3>
          {hasResult(decision) ? (
            <>
              <ResultOf decision={decision} />
              <Link to={`/decisions/${decision.id}/result`}>{t("vote.resultLink")}</Link>
            </>
          ) : (
            <p>{t(`vote.${standing(decision)}`)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Between the close and the proclamation. An urn that scrutineers keep waits for them. */
function standing({ phase, seal }: DecisionCard): string {
  if (phase === "counted") return "counted";
  return seal === "scrutineers" ? "sealed" : "closedCounting";
}
