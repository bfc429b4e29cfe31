import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ThreadCard, ThreadListPage as Loaded } from "#wire/lab-talk.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";
import { useFreshTalk } from "./use-fresh-talk.ts";

/** What the group talks about. Nothing here is counted but messages, and nobody is mailed each of them. */
export function ThreadListPage({ lab, talk }: { lab: LabInside; talk: Loaded }) {
  const { t } = useTranslation("lab-work");
  const { threads, page, more } = talk;
  useFreshTalk(lab.id, ({ revision }) => revision > talk.revision);
  return (
    <LabFrame lab={lab} title={t("talk.title")} lead={<p>{t("talk.about")}</p>}>
      {threads.length === 0 ? (
        <EmptyState title={t("talk.empty.title")}>
          <p>{t("talk.empty.body")}</p>
        </EmptyState>
      ) : (
        <ul className="lab-pieces">
          {threads.map((thread) => (
            <Thread key={thread.id} thread={thread} slug={lab.slug} />
          ))}
        </ul>
      )}
      {(page > 1 || more) && (
        <p className="row">
          {page > 1 && <Link to={`?page=${page - 1}`}>{t("talk.newer")}</Link>}
          {more && <Link to={`?page=${page + 1}`}>{t("talk.older")}</Link>}
        </p>
      )}
      {lab.rights.work && (
        <Section title={t("talk.begin.title")}>
          <PostedAct
            act="lab.thread-begin"
            fields={{ labId: lab.id }}
            label={t("talk.begin.now")}
            tone="primary"
            clears
          >
            <Field name="title" label={t("talk.begin.about")} maxLength={160} />
            <TextArea
              name="text"
              label={t("talk.text")}
              help={t("talk.mention")}
              maxLength={5000}
            />
          </PostedAct>
        </Section>
      )}
    </LabFrame>
  );
}

function Thread({ thread, slug }: { thread: ThreadCard; slug: string }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const { id, title, by, posts, lastAt, unread } = thread;
  return (
    <li className="lab-piece">
      <h2 className="lab-piece-title">
        <Link to={`/smartlab/${slug}/discussion/${id}${unread ? "#new" : ""}`}>{title}</Link>
      </h2>
      <p className="row">
        {unread && (
          <Tag tone="lake" shape="circle">
            {t("talk.unread")}
          </Tag>
        )}
        <span className="muted">
          {[by, t("talk.posts", { count: posts }), formatDateTime(language, new Date(lastAt))]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
    </li>
  );
}
