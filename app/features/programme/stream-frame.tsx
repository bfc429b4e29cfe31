import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { hostOf, type SiteStream } from "#domain/programme/site.ts";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";

/**
 * A stream, only after its reader agreed to load it: the host of it then learns their address. The
 * consent is in the page's own address, so it needs no script and is kept nowhere.
 */
export function StreamFrame({
  stream,
  framed,
  title,
}: {
  stream: SiteStream;
  framed: boolean;
  title: string;
}) {
  const { t } = useTranslation("programme");
  const { embed, captions, interpretation, replay } = stream;
  if (!embed && !replay && !captions && !interpretation) return null;
  return (
    <div className="stack stream">
      {embed && <Live embed={embed} framed={framed} title={title} />}
      <StreamLinks label={t("stream.captions")} of={captions} />
      <StreamLinks label={t("stream.interpretation")} of={interpretation} />
      {replay && (
        <p>
          <a href={replay} rel="noreferrer">
            {t("stream.replay")}
          </a>
        </p>
      )}
    </div>
  );
}

function Live({ embed, framed, title }: { embed: string; framed: boolean; title: string }) {
  const { t } = useTranslation("programme");
  const [search] = useSearchParams();
  const host = hostOf(embed);
  if (framed && search.has("watch")) {
    return (
      <iframe
        className="stream-frame"
        src={embed}
        title={t("stream.frame", { title })}
        referrerPolicy="no-referrer"
        sandbox="allow-scripts allow-same-origin allow-presentation"
        allow="fullscreen; autoplay"
      />
    );
  }
  return (
    <Notice title={t("stream.title")}>
      <p>{t(framed ? "stream.consent" : "stream.elsewhere", { host })}</p>
      <p>
        {framed ? (
          <Link to="?watch=1" className="button button-quiet" preventScrollReset>
            {t("stream.load", { host })}
          </Link>
        ) : (
          <a href={embed} rel="noreferrer">
            {t("stream.open", { host })}
          </a>
        )}
      </p>
    </Notice>
  );
}

function StreamLinks({ label, of }: { label: string; of: Translated | undefined }) {
  const reader = useLanguage();
  const languages = LANGUAGES.filter((language) => of?.[language]);
  if (languages.length === 0) return null;
  return (
    <p>
      {label}{" "}
      {languages.map((language, index) => (
        <span key={language}>
          {index > 0 && ", "}
          <a href={of?.[language]} rel="noreferrer" hrefLang={language}>
            {languageName(language, reader)}
          </a>
        </span>
      ))}
    </p>
  );
}
