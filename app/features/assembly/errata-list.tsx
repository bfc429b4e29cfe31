import { useTranslation } from "react-i18next";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import type { Erratum } from "#wire/convocation.ts";

/** Slips of the pen that were corrected in the open: the words, where, why and when. */
export function ErrataList({ errata }: { errata: Erratum[] }) {
  const { t } = useTranslation("assembly");
  const language = useLanguage();
  return (
    <ul>
      {errata.map((erratum) => {
        const { before, after } = erratum;
        const kind = !before ? "added" : !after ? "removed" : "change";
        return (
          <li key={`${erratum.at} ${before} ${after}`}>
            <Words of={erratum.vote} tagged />
            <br />
            <strong lang={erratum.language}>{t(`errata.${kind}`, { before, after })}</strong>
            <br />
            <span className="small muted">
              {t("errata.about", {
                day: formatDate(language, erratum.at),
                part: t(`errata.part.${erratum.part}`),
                language: languageName(erratum.language, language),
                reason: erratum.reason,
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
