import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AssemblyPoster } from "#app/features/assembly/assembly-poster.tsx";
import { DecisionLine } from "#app/features/assembly/decision-line.tsx";
import { ButtonLink, type ButtonTone } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Happening } from "#wire/assembly.ts";

/** The session that is going on; without one, the assembly that comes next. */
export function NextAssembly({
  happening: { live, next },
  enter,
}: {
  happening: Happening;
  /** How loud the way in is; without it none is shown. */
  enter?: ButtonTone;
}) {
  const { t } = useTranslation();
  const assembly = live ?? next;
  return (
    <Section
      title={t(live ? "home.nowTitle" : "home.nextTitle")}
      action={<Link to="/assembly">{t("home.allAssemblies")}</Link>}
    >
      {assembly ? (
        <AssemblyPoster assembly={assembly}>
          {live?.item && (
            <p className="now-at">
              {t("home.nowAt", { position: live.item.position })} <Words of={live.item.title} />
            </p>
          )}
          {enter && (
            <ButtonLink to={`/live-session/${assembly.slug}`} tone={live ? enter : "quiet"}>
              {t(live ? "home.enter" : "home.prepare")}
            </ButtonLink>
          )}
        </AssemblyPoster>
      ) : (
        <EmptyState title={t("home.noNext.title")}>
          <p>{t("home.noNext.body")}</p>
        </EmptyState>
      )}
    </Section>
  );
}

/** What was decided last; beyond the first `open` it is a touch away. */
export function LatestResults({
  results,
  open = results.length,
}: {
  results: Happening["results"];
  open?: number;
}) {
  const { t } = useTranslation(["common", "home"]);
  const lines = (some: Happening["results"]) => (
    <div className="latest-results">
      {some.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} level={3} />
      ))}
    </div>
  );
  const rest = results.slice(open);
  return (
    <Section title={t("home.resultsTitle")}>
      {results.length === 0 ? (
        <EmptyState title={t("home.resultsNone.title")}>
          <p>{t("home.resultsNone.body")}</p>
        </EmptyState>
      ) : (
        lines(results.slice(0, open))
      )}
      {rest.length > 0 && (
        <details className="waiting-rest">
          <summary>{t("home:more", { count: rest.length })}</summary>
          {lines(rest)}
        </details>
      )}
    </Section>
  );
}
