import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { EditPage } from "#wire/programme.ts";
import { Hours, PlacesLeft } from "./session-facts.tsx";
import "./programme.css";

/** A programme as its organisers see it: places, and what happens in each. */
export function ArrangePage({ page }: { page: EditPage }) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  const { assembly, sites } = page;
  const base = `/assembly/${assembly.slug}/programme`;
  return (
    <Page
      wide
      kicker={<Link to={base}>{t("back")}</Link>}
      title={t("arrange.title")}
      lead={<p>{t("arrange.lead")}</p>}
      actions={
        <>
          {sites.length > 0 && (
            <ButtonLink to={`${base}/arrange/sessions/add`}>{t("arrange.addSession")}</ButtonLink>
          )}
          <ButtonLink
            to={`${base}/arrange/sites/add`}
            tone={sites.length > 0 ? "quiet" : "primary"}
          >
            {t("arrange.addSite")}
          </ButtonLink>
        </>
      }
    >
      {sites.map((site) => (
        <Section
          key={site.id}
          title={
            <>
              {site.name} <Tag>{t(`site.kind.${site.kind}`)}</Tag>
            </>
          }
          action={<Link to={`${base}/arrange/sites/${site.slug}`}>{t("arrange.changeSite")}</Link>}
        >
          <p className="muted">
            {site.cancelled ? t("site.cancelled") : <Hours of={site} dated />}
          </p>
          <SiteSessions page={page} siteId={site.id} />
        </Section>
      ))}
      <Section title={t("figures.title")}>
        {page.figuresAsOf ? (
          <p>{t("figures.taken", { date: formatDate(language, page.figuresAsOf) })}</p>
        ) : (
          <ConfirmAct
            act="programme.take-figures"
            fields={{ assemblyId: assembly.id }}
            summary={t("figures.take")}
            why={t("figures.takeWhy")}
            label={t("figures.takeNow")}
          />
        )}
      </Section>
    </Page>
  );
}

function SiteSessions({ page, siteId }: { page: EditPage; siteId: string }) {
  const { t } = useTranslation("programme");
  const sessions = page.sessions.filter((session) => session.siteId === siteId);
  if (sessions.length === 0) return <p className="muted">{t("arrange.nothing")}</p>;
  return (
    <ul className="arrange-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <Hours of={session} />{" "}
          <Link to={`/assembly/${page.assembly.slug}/programme/arrange/sessions/${session.id}`}>
            <Words of={session.title} />
          </Link>{" "}
          <span className="muted small">
            {[t(`kind.${session.kind}`), session.room].filter(Boolean).join(", ")}
            {" · "}
            {session.cancelled ? t("cancelled") : <PlacesLeft session={session} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
