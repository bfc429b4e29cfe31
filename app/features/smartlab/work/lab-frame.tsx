import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LAB_PARTS } from "#domain/smartlab/lab.ts";
import type { Visibility } from "#domain/smartlab/minutes/minutes.ts";
import { Page } from "#app/ui/page.tsx";
import type { LabInside } from "#wire/lab-work.ts";
import { PrivacySign } from "./privacy-sign.tsx";
import "./lab-work.css";

/** A page of the inside of a lab: which lab, where else one can go, and who can read this. */
export function LabFrame({
  lab,
  title,
  visibility = "group",
  tags,
  lead,
  children,
}: {
  lab: LabInside;
  title: ReactNode;
  /** `each`: every piece of the page says it for itself. */
  visibility?: Visibility | "each";
  tags?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("lab-work");
  const base = `/smartlab/${lab.slug}`;
  return (
    <Page
      kicker={
        <Link to={base} lang={lab.language}>
          {lab.title}
        </Link>
      }
      title={title}
      lead={
        <>
          <p className="row lab-signs">
            {visibility === "each" ? (
              <span className="small">{t("privacy.each")}</span>
            ) : (
              <PrivacySign of={visibility} />
            )}
            {tags}
          </p>
          {lead}
        </>
      }
    >
      {lab.inside && (
        <nav aria-label={t("nav.label")} className="not-printed">
          <ul className="lab-places">
            {LAB_PARTS.map((place) => (
              <li key={place}>
                <NavLink to={`${base}/${place}`} className="lab-place">
                  {t(`nav.${place}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </Page>
  );
}
