import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
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
    ...page.value,
    loadedAt: now().getTime(),
    words: SESSION_WORDS,
    tab: `${t("codev-session:desk.session", { position })} · Palabre`,
  };
}
