import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { hasResult } from "#app/features/decisions/has-result.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import "./announced-result.css";

/** The result that the chair just announced, on every phone at the moment it is on the screens. */
export function AnnouncedResult({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const decision = view.shownResult ? view.decisions[view.shownResult] : undefined;
  if (!decision || !hasResult(decision)) return null;
  return (
    <section className="announced stack" aria-labelledby="announced">
      <p className="announced-sign">{t("announced")}</p>
      <h2 id="announced">
        <Words of={decision.title} />
      </h2>
      <ResultOf decision={decision} />
      <p>
        <Link to={`/decisions/${decision.id}/result`}>{t("vote.resultLink")}</Link>
      </p>
    </section>
  );
}
