import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { SessionView } from "#wire/live-session.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { sitesInOrder } from "./sites-in-order.ts";

type Channel = {
  site: string;
  what: "captions" | "interpretation";
  language: Language;
  to: string;
};

/** Live captions and interpretation of today, by language; the reader's own first. */
export function StreamLinks({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const own = useLanguage();
  const channels = channelsOf(view, own);
  if (channels.length === 0 || view.assembly.phase === "closed") return null;
  return (
    <Section title={t("channels.heading")}>
      <ul className="stage-channels">
        {channels.map(({ site, what, language, to }) => (
          <li key={`${site}-${what}-${language}`}>
            <a href={to} target="_blank" rel="noreferrer">
              {t(`channels.${what}`, { language: languageName(language, own) })}
            </a>{" "}
            <span className="small muted">{site}</span>
          </li>
        ))}
      </ul>
      <p className="small muted">{t("channels.elsewhere")}</p>
    </Section>
  );
}

function channelsOf(view: SessionView, own: Language): Channel[] {
  const order = [own, ...LANGUAGES.filter((language) => language !== own)];
  return order.flatMap((language) =>
    sitesInOrder(view).flatMap((site) =>
      (["interpretation", "captions"] as const).flatMap((what): Channel[] => {
        const to = site[what]?.[language];
        return to ? [{ site: site.name, what, language, to }] : [];
      }),
    ),
  );
}
