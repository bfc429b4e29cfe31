import { useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { loader } from "#app/root.tsx";
import { THEMES } from "./preferences.ts";

/**
 * Plain forms: another language is another page, loaded whole. Each language is named in itself,
 * for those who do not read the present one.
 */
export function PreferencesForm() {
  const { t, i18n } = useTranslation();
  const theme = useRouteLoaderData<typeof loader>("root")?.theme ?? "auto";
  return (
    <form method="post" action="/preferences" className="preferences">
      <fieldset className="preference">
        <legend>{t("footer.language")}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === i18n.language}
            className="preference-choice"
          >
            {languageName(language)}
          </button>
        ))}
      </fieldset>
      <fieldset className="preference">
        <legend>{t("footer.theme")}</legend>
        {THEMES.map((choice) => (
          <button
            key={choice}
            name="theme"
            value={choice}
            aria-pressed={choice === theme}
            className="preference-choice"
          >
            {t(`theme.${choice}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
