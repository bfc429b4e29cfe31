import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { ResultSummary } from "#app/features/decisions/result-summary.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { decisionsInOrder } from "./session-lists.ts";

/** What has been decided so far, latest first; and what is being counted. */
export function PublishedResults({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const closed = decisionsInOrder(view)
    .filter((decision) => decision.closedAt !== undefined)
    .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  if (closed.length === 0) return null;
  return (
    <Section title={t("vote.results")}>
      <ul className="results-list">
        {closed.map((decision) => (
          <li key={decision.id} className="stack">
            <h3>
              <Words of={decision.title} />
            </h3>
            {decision.report ? (
              <>
                <ResultSummary report={decision.report} />
                <Link to={`/decisions/${decision.id}/result`}>{t("vote.resultLink")}</Link>
              </>
            ) : (
              <p>{t(decision.phase === "counted" ? "vote.counted" : "vote.closedCounting")}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
