import { NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SessionPlace } from "./session-place.ts";
import { firstPlaces } from "./first-places.ts";
import "./session-places.css";

type PlacesProps = { slug: string; places: SessionPlace[] };

/** The views of a session that are open to this person: four at hand, the rest one tap further. */
export function SessionPlaces({ slug, places }: PlacesProps) {
  const { t } = useTranslation("live-session");
  const here = useLocation().pathname.split("/")[3] ?? "member";
  const [first, rest] = firstPlaces(places, here);
  const link = (place: SessionPlace) => (
    <li key={place}>
      <NavLink
        to={place === "member" ? `/live-session/${slug}` : `/live-session/${slug}/${place}`}
        end
        className="session-place"
      >
        {t(`nav.${place}`)}
      </NavLink>
    </li>
  );
  return (
    <nav aria-label={t("nav.label")} className="session-nav">
      <ul className="session-places">{first.map(link)}</ul>
      {rest.length > 0 && (
        <More key={here} label={t("nav.more")}>
          {rest.map(link)}
        </More>
      )}
    </nav>
  );
}

/** Folds again with Escape, and when the focus goes elsewhere. */
function More({ label, children }: { label: string; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = fold.current;
    if (!details) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    details.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      details.removeEventListener("keydown", escape);
    };
  }, []);
  return (
    <details ref={fold} className="session-more">
      <summary className="session-place">{label}</summary>
      <ul>{children}</ul>
    </details>
  );
}
