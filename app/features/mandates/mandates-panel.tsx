import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MyMandates } from "#wire/mandates.ts";

/** In the session: for whom one votes besides oneself, who votes for one, and what waits. */
export function MandatesPanel({ mandates, slug }: { mandates: MyMandates; slug: string }) {
  const { t } = useTranslation("live-session");
  const held = Object.values(mandates.held);
  const given = Object.values(mandates.given);
  const offered = held.some(({ standing }) => standing === "offered");
  return (
    <div className="stack">
      {held
        .filter(({ standing }) => standing === "active")
        .map(({ id, name }) => (
          <p key={id}>{t("mandate.held", { name })}</p>
        ))}
      {given
        .filter(({ standing }) => standing === "active")
        .map(({ id, name }) => (
          <p key={id}>{t("mandate.given", { name })}</p>
        ))}
      {offered && <p>{t("mandate.offered")}</p>}
      <p>
        <Link to={`/assembly/${slug}/mandates`}>{t("mandate.link")}</Link>
      </p>
    </div>
  );
}
