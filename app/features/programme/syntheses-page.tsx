import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LanguageTag, Words } from "#app/ui/language-tag.tsx";
import { Page } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { SynthesesPage as Loaded } from "#wire/programme.ts";
import { SynthesisTag } from "./synthesis-tag.tsx";
import { TextBlocks } from "./written-text.tsx";
import "./programme.css";

type Stop = Loaded["stops"][number];

/** What was heard at the stops of a tour, column beside column; on a phone one under the other. */
export function SynthesesPage({ page: { assembly, stops } }: { page: Loaded }) {
  const { t } = useTranslation("programme");
  const base = `/assembly/${assembly.slug}/programme`;
  const read = stops.filter(({ texts }) => texts);
  const awaited = stops.filter(({ texts }) => !texts);
  return (
    <Page
      wide
      kicker={<Link to={`${base}?view=tour`}>{t("back")}</Link>}
      title={t("syntheses.title")}
      lead={
        <p>
          <Words of={assembly.title} />
        </p>
      }
    >
      {read.length === 0 && (
        <EmptyState title={t("syntheses.empty.title")}>
          <p>{t("syntheses.empty.body")}</p>
        </EmptyState>
      )}
      {read.length > 0 && (
        <div className="syntheses">
          {read.map((stop) => (
            <Column key={stop.site.id} stop={stop} base={base} />
          ))}
        </div>
      )}
      {awaited.length > 0 && (
        <ul className="sites">
          {awaited.map((stop) => (
            <li key={stop.site.id} className="site">
              <Head stop={stop} base={base} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

type StopProps = { stop: Stop; base: string };

function Head({ stop, base }: StopProps) {
  const language = useLanguage();
  const { site } = stop;
  return (
    <>
      <p className="small muted">{formatDate(language, site.startsAt, "full")}</p>
      <h2 className="site-name">
        <Link to={`${base}/sites/${site.slug}`}>{site.name}</Link>
      </h2>
      <SynthesisTag synthesis={stop} />
    </>
  );
}

/** In the reader's language, or in the first one in which it was written. */
function Column({ stop, base }: StopProps) {
  const language = useLanguage();
  const text = inLanguage(stop.texts ?? {}, language);
  return (
    <article className="synthesis stack">
      <Head stop={stop} base={base} />
      {text && (
        <div lang={text.language} className="stack">
          {text.language !== language && (
            <p>
              <LanguageTag language={text.language} />
            </p>
          )}
          <TextBlocks text={text.value} />
        </div>
      )}
    </article>
  );
}
