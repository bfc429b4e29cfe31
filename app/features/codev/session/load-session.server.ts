import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { CodevSessionPage, FacilitatorRoomView, PeerRoomView } from "#wire/codev-session.ts";
import { translator } from "#app/i18n/server.ts";
import { signInPath } from "#app/features/live-session/act.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Sentences that a page of a session says from the start. */
export const SESSION_WORDS = ["codev-session", "live-session"];

/** A session for one of those who share it; for everybody else there is none. */
export async function loadCodevSession<A extends "participant" | "facilitator" | "screen">(
  { request, params, context }: Args,
  audience: A,
) {
  const { actor, api, language, now } = context;
  if (actor.kind !== "person") throw redirect(signInPath(request));
  const sessionId = params["sessionId"] ?? "";
  const page = await api.codevSession.page(actor, { sessionId, audience });
  if (!page.ok) {
    const missing = page.refusal.code !== "not-allowed";
    throw data({ refusal: page.refusal }, { status: missing ? 404 : 403 });
  }
  const { t } = translator(language);
  const { position } = page.value.view.session;
  return {
    ...(new URL(request.url).searchParams.has("kept") ? bareOf(page.value) : page.value),
    loadedAt: now().getTime(),
    words: SESSION_WORDS,
    tab: `${t("codev-session:desk.session", { position })} · Palabre`,
  };
}

/** The page as a browser keeps it among its files: not a word, nor a name, nor who was heard. */
function bareOf<V extends PeerRoomView | FacilitatorRoomView>(
  page: CodevSessionPage<V>,
): CodevSessionPage<V> & { bare: true } {
  const { view, me } = page;
  const { part, seat } = page.mine;
  const group = "acts" in view ? { acts: {}, peers: {}, clientIds: [] } : {};
  return {
    view: { ...view, ...group },
    mine: { part, ...(seat && { seat }) },
    ...{ me, link: "", place: "", notes: {}, bare: true },
  };
}
