import { Link } from "@remix-run/react";
import { Fragment, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LabPost, ThreadPage as Loaded } from "#wire/lab-talk.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabWords } from "../lab-facts.tsx";
import { LabFrame } from "../work/lab-frame.tsx";
import { useFreshTalk } from "./use-fresh-talk.ts";
import { useSteadyPlace } from "./use-steady-place.ts";

/** One thread, in the order in which it was said; what is said while it is open comes by itself. */
export function ThreadPage({ lab, talk }: { lab: LabInside; talk: Loaded }) {
  const { t } = useTranslation("lab-work");
  const { thread, posts, page, pages, revision } = talk;
  const list = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLDivElement>(null);
  useFreshTalk(lab.id, ({ threads }) => (threads[thread.id] ?? 0) > revision);
  useSteadyPlace(list, field, posts);
  const firstNew = useFirstNew(talk);
  return (
    <LabFrame
      lab={lab}
      title={<LabWords lab={lab}>{thread.title}</LabWords>}
      lead={
        <p>
          <Link to={`/smartlab/${lab.slug}/discussion`}>{t("talk.all")}</Link>
        </p>
      }
    >
      {page > 1 && <Link to={`?page=${page - 1}`}>{t("talk.before")}</Link>}
      <ol className="lab-pieces lab-talk" ref={list}>
        {posts.map((post) => (
          <Fragment key={post.id}>
            {post.id === firstNew && (
              <li className="lab-new" id="new">
                {t("talk.new")}
              </li>
            )}
            <Post post={post} lab={lab} />
          </Fragment>
        ))}
      </ol>
      {page < pages && <Link to={`?page=${page + 1}`}>{t("talk.after")}</Link>}
      <NewPosts posts={posts} />
      {lab.rights.work && (
        <div ref={field}>
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
        </div>
      )}
    </LabFrame>
  );
}

/**
 * The first message of others that was not read when the page was opened, or came since. A
 * conversation that is new as a whole needs no mark where it begins.
 */
function useFirstNew({ posts, readUntil, page }: Loaded): string | undefined {
  const [since] = useState(() => {
    const allNew = page === 1 && (posts[0]?.at ?? 0) > readUntil;
    return allNew ? (posts.at(-1)?.at ?? 0) : readUntil;
  });
  return posts.find((post) => !post.mine && !post.deleted && post.at > since)?.id;
}

/** Says once who has just said something. */
function NewPosts({ posts }: { posts: LabPost[] }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const known = useRef(new Set(posts.map(({ id }) => id)));
  const [message, setMessage] = useState("");
  useEffect(() => {
    const come = posts.filter(({ id, mine }) => !mine && !known.current.has(id));
    known.current = new Set(posts.map(({ id }) => id));
    if (come.length === 0) return;
    const names = [...new Set(come.map(({ by }) => by ?? t("talk.gone")))];
    setMessage(t("talk.said", { count: come.length, names: formatList(language, names) }));
  }, [posts, t, language]);
  return <LiveRegion message={message} />;
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
