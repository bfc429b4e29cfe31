import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { MyProgrammePage as Loaded } from "#wire/programme.ts";
import { ByDay } from "./programme-page.tsx";
import { SessionLine } from "./session-line.tsx";
import "./programme.css";

type Props = { page: Loaded; now: number };

/** What one person goes to, in order, what meets what, and the way into their calendar. */
export function MyProgrammePage({ page, now }: Props) {
  const { t } = useTranslation("programme");
  const { assembly, sites, sessions, conflicts } = page;
  const base = `/assembly/${assembly.slug}/programme`;
  const titles = new Map(sessions.map(({ id, title }) => [id, title]));
  return (
    <Page
      kicker={<Link to={base}>{t("back")}</Link>}
      title={t("mine.title")}
      lead={
        <p>
          <Words of={assembly.title} />
        </p>
      }
    >
      {sessions.length === 0 ? (
        <EmptyState
          title={t("mine.empty.title")}
          action={<ButtonLink to={base}>{t("mine.empty.see")}</ButtonLink>}
        >
          <p>{t("mine.empty.body")}</p>
        </EmptyState>
      ) : (
        <Section title={t("day.sessions", { count: sessions.length })}>
          <ByDay sessions={sessions} dated>
            {(session) => (
              <SessionLine
                key={session.id}
                session={session}
                site={sites.find(({ id }) => id === session.siteId)!}
                slug={assembly.slug}
                signedIn
                now={now}
              >
                {(conflicts[session.id] ?? []).length > 0 && (
                  <Notice tone="wait" title={t("conflict.title")}>
                    <ul>
                      {conflicts[session.id]?.map((id) => (
                        <li key={id}>
                          <Words of={titles.get(id) ?? {}} />
                        </li>
                      ))}
                    </ul>
                  </Notice>
                )}
              </SessionLine>
            )}
          </ByDay>
        </Section>
      )}
      <Calendar feedUrl={page.feedUrl} />
    </Page>
  );
}

/** The secret address for a calendar: made when asked for, changed or revoked at any time. */
function Calendar({ feedUrl }: { feedUrl: string | undefined }) {
  const { t } = useTranslation("programme");
  return (
    <Section title={t("calendar.title")}>
      <p>{t("calendar.about")}</p>
      {feedUrl && (
        <>
          <Field
            label={t("calendar.address")}
            readOnly
            value={feedUrl}
            help={t("calendar.secret")}
          />
          <p>
            <a href={feedUrl.replace(/^https?:/, "webcal:")}>{t("calendar.subscribe")}</a>
          </p>
        </>
      )}
      <div className="row">
        <ActForm
          act="programme.renew-feed"
          label={t(feedUrl ? "calendar.renew" : "calendar.make")}
        />
        {feedUrl && (
          <ActForm act="programme.revoke-feed" label={t("calendar.revoke")} tone="stop" />
        )}
      </div>
    </Section>
  );
}
