import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { NoticesPage as Loaded, SaidNotice } from "#wire/notifications.ts";
import "../home/home.css";

/** What one was told, by body, the newest first. */
export function NoticesPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("home");
  const { groups, unread, next } = page;
  return (
    <Page
      title={t("notices.title")}
      lead={<p>{t(unread > 0 ? "notices.unread" : "notices.allRead", { count: unread })}</p>}
      actions={
        <>
          {unread > 0 && (
            <Form method="post" reloadDocument>
              <Button name="intent" value="read-all" tone="quiet">
                {t("notices.readAll")}
              </Button>
            </Form>
          )}
          <ButtonLink to="/notifications/choices" tone="quiet">
            {t("notices.choose")}
          </ButtonLink>
        </>
      }
    >
      {groups.length === 0 && (
        <EmptyState title={t("notices.none.title")}>
          <p>{t("notices.none.body")}</p>
        </EmptyState>
      )}
      {groups.map(({ body, name, notices }) => (
        <Section key={body} title={name}>
          <ul className="plain-list">
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        </Section>
      ))}
      {next && (
        <p>
          <Link to={`?before=${next}`}>{t("notices.older")}</Link>
        </p>
      )}
    </Page>
  );
}

function NoticeLine({ notice }: { notice: SaidNotice }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const { id, subject, text, action, at, read, settled, statutory } = notice;
  const isNew = !read && !settled;
  return (
    <li className={isNew ? "notice-line notice-unread" : "notice-line"}>
      <p className="muted small">
        <time dateTime={at}>{formatDateTime(language, at)}</time>
      </p>
      <p className="notice-subject">{subject}</p>
      <p className="notice-text">{text}</p>
      <div className="notice-acts">
        <Form method="post" reloadDocument>
          <input type="hidden" name="noticeId" value={id} />
          <Button name="intent" value="read" tone="quiet">
            <span>
              {action}
              <span className="for-ears"> {subject}</span>
            </span>
          </Button>
        </Form>
        {isNew && <Tag tone="canopy">{t("notices.new")}</Tag>}
        {settled && <Tag>{t("notices.settled")}</Tag>}
        {statutory && <Tag tone="plum">{t("notices.statutory")}</Tag>}
      </div>
    </li>
  );
}
