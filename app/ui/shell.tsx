import { Link, NavLink } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icon.tsx";
import { Mark } from "./mark.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import "./shell.css";

export type Place = { to: string; label: string; icon: IconName };

/** The hall: its door sign, the places one can go to, what is said, and the foot. */
export function Shell({
  places,
  person,
  footer,
  children,
}: {
  /** Three to five; on a phone they are the bar at the bottom. */
  places: Place[];
  /** Who is signed in, or the way in: at the end of the header on a desk. */
  person?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  return (
    <div className="hall">
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <header className="hall-header">
        <div className="hall-width hall-header-row">
          <Link to="/" className="hall-sign" aria-label={t("shell.home")}>
            <Mark />
            <span className="hall-name">Palabre</span>
          </Link>
          <nav className="hall-places" aria-label={t("shell.places")}>
            <ul className="hall-places-list">
              {places.map(({ to, label, icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === "/"} className="hall-place">
                    <Icon name={icon} />
                    <span>{label}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {person && <div className="hall-person">{person}</div>}
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className="hall-width hall-main">
        {children}
      </main>
      <footer className="hall-footer">
        <div className="hall-width">{footer}</div>
      </footer>
    </div>
  );
}
