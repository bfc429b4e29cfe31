import type { Telling } from "#domain/workers-assembly/telling.ts";
import type { Notice, NoticeKind } from "#wire/notifications.ts";
import type { Choosing } from "./choosing.ts";

const KINDS: Record<Telling, NoticeKind> = {
  frozen: "proposals-frozen",
  opened: "ranking-opened",
  extended: "ranking-extended",
  reminded: "ranking-reminded",
};

/** One thing each. What asks for nothing waits for the digest; a vote that closes does not. */
export function noticeOf(choosing: Choosing, what: Telling, key: string): Notice {
  const { slug, titles, seats, proposals, vote, reason } = choosing;
  const home = `/workers-assembly/${slug}`;
  return {
    kind: KINDS[what],
    key,
    body: "cooperative",
    urgency: what === "frozen" ? "digest" : "soon",
    link: what === "frozen" ? `${home}/proposals` : `${home}/ranking`,
    details: {
      ...{ assembly: titles, seats, proposals },
      ...(vote ? { closesAt: new Date(vote.closesAt).toISOString() } : {}),
      ...(reason ? { reason } : {}),
    },
  };
}
