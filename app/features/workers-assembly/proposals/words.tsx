import { useTranslation } from "react-i18next";
import { withFrenchSpaces } from "#app/i18n/options.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Language } from "#domain/kernel/languages.ts";
import type { ProposalKind } from "#domain/workers-assembly/stage.ts";
import type { City } from "#wire/proposal-pages.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";

/** Words that somebody wrote in one language, marked so. */
export function Said({ in: language, children }: { in: Language; children: string }) {
  const reader = useLanguage();
  const words = language === "fr" ? withFrenchSpaces(children) : children;
  return language === reader ? <>{words}</> : <span lang={language}>{words}</span>;
}

export type About = {
  head: EditionHead;
  cities: City[];
  proposal: {
    kind: ProposalKind;
    theme: string;
    city: string;
    alsoThemes?: string[];
    alsoCities?: string[];
  };
};

/** Its kind, themes and cities: what merged wordings brought stands beside its own. */
export function AboutProposal({ head, cities, proposal }: About) {
  const { t } = useTranslation("workers-assembly");
  const { kind, theme, city, alsoThemes = [], alsoCities = [] } = proposal;
  const themes = [theme, ...alsoThemes].map((id) =>
    head.campaign.themes.find((one) => one.id === id),
  );
  const names = [city, ...alsoCities].flatMap(
    (id) => cities.find((one) => one.id === id)?.name ?? [],
  );
  return (
    <>
      <Tag tone="plum" shape={kind === "demand" ? "square" : "ring"}>
        {t(`kind.${kind}`)}
      </Tag>
      {themes.map(
        (one) =>
          one && (
            <span key={one.id}>
              <Words of={one.titles} />
            </span>
          ),
      )}
      {names.length > 0 && <span className="muted">{names.join(", ")}</span>}
    </>
  );
}

/** The language of a text, where it is not the reader's, and of what it was written in. */
export function InWhich({ language, shownIn }: { language: Language; shownIn: Language }) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  if (language === shownIn) return shownIn === reader ? null : <LanguageTag language={shownIn} />;
  return (
    <span className="muted small">
      {t("translatedFrom")} <LanguageTag language={language} />
    </span>
  );
}
