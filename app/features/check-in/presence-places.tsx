import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { useSiteName } from "./site-name.ts";
import "./check-in.css";

type PresencePlacesProps = { view: SessionView; mine: MySessionView };

/** Where the assembly is: persons by room and online, where the reader is, their pass. */
export function PresencePlaces({ view, mine }: PresencePlacesProps) {
  const { t } = useTranslation("check-in");
  const siteName = useSiteName();
  const { id, slug, phase } = view.assembly;
  const places = Object.values(view.presence).sort((a, b) => a.position - b.position);
  const here = view.presence[mine.checkIn.siteId ?? ""];
  return (
    <div className="stack">
      {here && <p>{t("mine.at", { place: siteName(here) })}</p>}
      {places.length > 1 && view.roll.persons > 0 && (
        <ul className="presence-places muted small">
          {places.map((place) => (
            <li key={place.position}>
              {siteName(place)} · {t("presence.persons", { count: place.persons })}
            </li>
          ))}
        </ul>
      )}
      <p className="row small">
        <Link to={`/live-session/${slug}/presence`}>{t("presence.link")}</Link>
        {phase !== "closed" && !isApart(id) && (
          <Link to={`/assembly/${slug}/pass`}>{t("pass.link")}</Link>
        )}
      </p>
    </div>
  );
}
