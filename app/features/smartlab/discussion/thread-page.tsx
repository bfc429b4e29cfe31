import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LabPost, ThreadPage as Loaded } from "#wire/lab-talk.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";

/** One thread, in the order in which it was said. */
export function ThreadPage({ lab, talk }: { lab: LabInside; talk: Loaded }) {
  const { t } = useTranslation("lab-work");
  const { thread, posts, page, pages } = talk;
  return (
    <LabFrame
      lab={lab}
      title={thread.title}
      lead={
        <p>
          <Link to={`/smartlab/${lab.slug}/discussion`}>{t("talk.all")}</Link>
        </p>
      }
    >
      {page > 1 && <Link to={`?page=${page - 1}`}>{t("talk.before")}</Link>}
      <ol className="lab-pieces">
        {posts.map((post) => (
          <Post key={post.id} post={post} lab={lab} />
        ))}
      </ol>
      {page < pages && <Link to={`?page=${page + 1}`}>{t("talk.after")}</Link>}
      {lab.rights.work && (
        <PostedAct
          act="lab.post-write"
          fields={{ threadId: thread.id }}
          label={t("talk.send")}
          tone="primary"
          clears
        >
          <TextArea
            name="text"
            label={t("talk.answer")}
            help={t("talk.mention")}
            maxLength={5000}
            lang={lab.language}
          />
        </PostedAct>
      )}
    </LabFrame>
  );
}

function Post({ post, lab }: { post: LabPost; lab: LabInside }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const fields = { postId: post.id };
  return (
    <li className="lab-piece" id={post.id}>
      <p className="row">
        <strong>{post.by ?? t("talk.gone")}</strong>
        <span className="muted">{formatDateTime(language, new Date(post.at))}</span>
        {post.edited && !post.deleted && <span className="muted">{t("talk.edited")}</span>}
        {post.callsMe && <Tag tone="plum">{t("talk.callsYou")}</Tag>}
      </p>
      {post.deleted ? (
        <p className="muted">{t("talk.deleted")}</p>
      ) : (
        <p className="lab-text" lang={lab.language}>
          {post.text}
        </p>
      )}
      {post.mine && !post.deleted && lab.rights.work && (
        <div className="row">
          <Fold label={t("talk.edit")}>
            <PostedAct act="lab.post-edit" fields={fields} label={t("talk.save")}>
              <TextArea
                key={post.text}
                name="text"
                label={t("talk.text")}
                defaultValue={post.text}
                maxLength={5000}
              />
            </PostedAct>
          </Fold>
          <Confirm label={t("talk.delete")} why={t("talk.deleteWhy")}>
            <PostedAct act="lab.post-delete" fields={fields} label={t("talk.delete")} tone="stop" />
          </Confirm>
        </div>
      )}
    </li>
  );
}
