import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { SESSION_KINDS } from "#domain/programme/session.ts";
import type { ProgrammePage as Loaded, ProgrammeSite, SessionCard } from "#wire/programme.ts";
import { fromNowOn } from "./from-now-on.ts";
import { PlacedNotice } from "./placed-notice.tsx";
import { SameTime } from "./same-time.tsx";
import { SessionLine } from "./session-line.tsx";
import { SiteList } from "./site-list.tsx";
import "./programme.css";

type Props = { page: Loaded; now: number };

/** The programme: the day itself over its places, and the tour before it. */
export function ProgrammePage({ page, now }: Props) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  const [search] = useSearchParams();
  const { assembly, sites, rights } = page;
  const hasTour = sites.some(({ kind }) => kind === "stop");
  const onTour = hasTour && search.get("view") === "tour";
  const shown = sites.filter(({ kind }) => (kind === "stop") === onTour);
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("title")}
      lead={<p>{t("lead", { date: formatDate(language, assembly.day, "full") })}</p>}
      actions={
        <>
          {rights.signedIn && (
            <ButtonLink to={`/assembly/${assembly.slug}/programme/mine`}>
              {t("mine.title")}
            </ButtonLink>
          )}
          {rights.arrange && (
            <ButtonLink to={`/assembly/${assembly.slug}/programme/arrange`} tone="quiet">
              {t("arrange.title")}
            </ButtonLink>
          )}
        </>
      }
    >
      <PlacedNotice sessions={page.sessions} />
      {hasTour && <Views onTour={onTour} />}
      <Sessions key={String(onTour)} page={page} sites={shown} now={now} onTour={onTour} />
      <Section title={t(onTour ? "tour.stops" : "places.title")}>
        <SiteList sites={shown} page={page} />
        {onTour && (
          <p>
            <Link to="syntheses">{t("syntheses.link")}</Link>
          </p>
        )}
      </Section>
    </Page>
  );
}

function Views({ onTour }: { onTour: boolean }) {
  const { t } = useTranslation("programme");
  return (
    <nav className="row programme-views" aria-label={t("views")}>
      <Link to="." className="programme-view" aria-current={onTour ? undefined : "page"}>
        {t("day.title")}
      </Link>
      <Link to="?view=tour" className="programme-view" aria-current={onTour ? "page" : undefined}>
        {t("tour.title")}
      </Link>
    </nav>
  );
}

function Sessions({
  page,
  sites,
  now,
  onTour,
}: Props & { sites: ProgrammeSite[]; onTour: boolean }) {
  const { t } = useTranslation("programme");
  const [search] = useSearchParams();
  const { assembly, rights } = page;
  const bySite = new Map(sites.map((site) => [site.id, site]));
  const shown = page.sessions.filter((session) => {
    return bySite.has(session.siteId) && isWanted(session, bySite, search);
  });
  const { mine, ahead, over } = fromNowOn(shown, now);
  const list = (sessions: SessionCard[]) => (
    <ByDay sessions={sessions} dated={onTour}>
      {(session) => (
        <SessionLine
          key={session.id}
          session={session}
          site={bySite.get(session.siteId)!}
          slug={assembly.slug}
          signedIn={rights.signedIn}
          now={now}
        >
          <SameTime session={session} sessions={page.sessions} now={now} />
        </SessionLine>
      )}
    </ByDay>
  );
  return (
    <>
      {mine.length > 0 && <Section title={t("places.mine")}>{list(mine)}</Section>}
      <Section title={t(onTour ? "tour.sessions" : "day.sessions", { count: shown.length })}>
        <Filters sites={sites} onTour={onTour} />
        {shown.length === 0 && (
          <EmptyState title={t("empty.title")}>
            <p>{t("empty.body")}</p>
          </EmptyState>
        )}
        {list(ahead)}
        {over.length > 0 && (
          <details className="filters" open={ahead.length + mine.length === 0}>
            <summary>{t("day.over", { count: over.length })}</summary>
            {list(over)}
          </details>
        )}
      </Section>
    </>
  );
}

function isWanted(
  { kind, languages, siteId }: SessionCard,
  sites: ReadonlyMap<string, ProgrammeSite>,
  search: URLSearchParams,
): boolean {
  const [place, language, wanted] = ["site", "language", "kind"].map((name) => search.get(name));
  return (
    (!place || sites.get(siteId)?.slug === place) &&
    (!language || languages.some((spoken) => spoken === language)) &&
    (!wanted || kind === wanted)
  );
}

/** A list a day where there are several, with the day above it. */
export function ByDay({
  sessions,
  dated,
  children,
}: {
  sessions: SessionCard[];
  dated: boolean;
  children: (session: SessionCard) => React.ReactNode;
}) {
  const language = useLanguage();
  const days = new Map<string, SessionCard[]>();
  for (const session of sessions) {
    const day = dated ? formatDate(language, session.startsAt, "full") : "";
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <div key={day} className="stack">
          {day && <p className="session-day">{day}</p>}
          <ul className="sessions">{ofDay.map(children)}</ul>
        </div>
      ))}
    </>
  );
}

/** Plain fields of a GET form: an address that can be sent to somebody. */
function Filters({ sites, onTour }: { sites: ProgrammeSite[]; onTour: boolean }) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  const [search] = useSearchParams();
  const all = { value: "", label: t("filter.all") };
  return (
    <details className="filters" open={["site", "language", "kind"].some((one) => search.get(one))}>
      <summary>{t("filter.title")}</summary>
      <Form method="get" className="row filters-form">
        {onTour && <input type="hidden" name="view" value="tour" />}
        <Select
          label={t("filter.site")}
          name="site"
          required={false}
          defaultValue={search.get("site") ?? ""}
          options={[all, ...sites.map(({ slug, name }) => ({ value: slug, label: name }))]}
        />
        <Select
          label={t("filter.language")}
          name="language"
          required={false}
          defaultValue={search.get("language") ?? ""}
          options={[
            all,
            ...LANGUAGES.map((value) => ({ value, label: languageName(value, reader) })),
          ]}
        />
        <Select
          label={t("filter.kind")}
          name="kind"
          required={false}
          defaultValue={search.get("kind") ?? ""}
          options={[all, ...SESSION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <Button tone="quiet">{t("filter.apply")}</Button>
      </Form>
    </details>
  );
}
