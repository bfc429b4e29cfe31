import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { SitePage as Loaded } from "#wire/programme.ts";
import { ByDay } from "./programme-page.tsx";
import { RegionalFigures } from "./regional-figures.tsx";
import { Hours, SpokenIn } from "./session-facts.tsx";
import { SessionLine } from "./session-line.tsx";
import { StreamFrame } from "./stream-frame.tsx";
import { SynthesisTag } from "./synthesis-tag.tsx";
import { ReadText, WriteText } from "./written-text.tsx";
import "./programme.css";

type Props = { page: Loaded; now: number };

/** One place or stop: how to come, what happens there, what was heard. */
export function SitePage({ page, now }: Props) {
  const { t } = useTranslation("programme");
  const { assembly, site, sessions, figures, rights } = page;
  const base = `/assembly/${assembly.slug}/programme`;
  return (
    <Page
      kicker={<Link to={site.kind === "stop" ? `${base}?view=tour` : base}>{t("back")}</Link>}
      title={site.name}
      lead={
        <p>
          {t(`site.kind.${site.kind}`)}
          {site.address && <>, {site.address}</>}
          <br />
          <Hours of={site} dated />
        </p>
      }
    >
      {site.cancelled && <Notice tone="stop" title={t("site.cancelled")} />}
      <div className="stack">
        <p>
          <SpokenIn languages={site.languages} />
        </p>
        {Object.keys(site.access).length > 0 && (
          <>
            <h2 className="session-subtitle">{t("access")}</h2>
            <p>
              <Words of={site.access} tagged />
            </p>
          </>
        )}
      </div>
      <StreamFrame stream={site.stream} framed={site.framed === true} title={site.name} />
      <Heard page={page} now={now} />
      <Section title={t("site.sessions")}>
        <ByDay sessions={sessions} dated={false}>
          {(session) => (
            <SessionLine
              key={session.id}
              session={session}
              site={site}
              slug={assembly.slug}
              signedIn={rights.signedIn}
              now={now}
            />
          )}
        </ByDay>
      </Section>
      {figures && <RegionalFigures figures={figures} />}
    </Page>
  );
}

/** "What we heard" at a stop, once it has been. */
function Heard({ page: { site, synthesis, rights }, now }: Props) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  if (!synthesis || site.cancelled) return null;
  const { written, dueOn, state } = synthesis;
  const mayWrite = rights.synthesise && site.startsAt <= now;
  return (
    <Section title={t("synthesis.title")} action={<SynthesisTag synthesis={synthesis} />}>
      {written && Object.keys(written.texts).length > 0 ? (
        <ReadText written={written} />
      ) : (
        <p className="muted">
          {t(`synthesis.none.${state}`, { date: formatDate(language, dueOn) })}
        </p>
      )}
      {mayWrite && (
        <WriteText
          written={written}
          spoken={site.languages}
          acts={{ write: "programme.write-synthesis", publish: "programme.publish-synthesis" }}
          fields={{ siteId: site.id }}
        />
      )}
    </Section>
  );
}
