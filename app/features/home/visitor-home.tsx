import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { Happening } from "#wire/assembly.ts";
import { LatestResults, NextAssembly } from "./happening-sections.tsx";
import "./home.css";

/** For whoever is not signed in: what Palabre is, what comes next, what was decided. */
export function VisitorHome({ happening }: { happening: Happening }) {
  const { t } = useTranslation();
  return (
    <>
      <header className="welcome">
        <div className="welcome-words">
          <h1 className="welcome-title">{t("home.title")}</h1>
          <p className="welcome-lead">{t("home.lead")}</p>
          <p className="welcome-lead">{t("home.leadMore")}</p>
          <p className="welcome-way">
            <ButtonLink to="/sign-in">{t("home.signIn")}</ButtonLink>
          </p>
        </div>
        <Mark voices />
      </header>
      <div className="home stack-wide">
        <NextAssembly happening={happening} />
        <LatestResults results={happening.results} />
      </div>
    </>
  );
}
