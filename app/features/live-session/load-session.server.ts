import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { sessionRoom, type SessionAudience } from "#wire/protocol.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import { translator } from "#app/i18n/server.ts";
import { signInPath } from "./act.server.ts";
import type { LoadedView } from "./room-state.ts";
import { placesOf, type SessionPlace } from "./session-place.ts";

/** A view as a loader brings it, with the room that goes on telling. */
export type LoadedRoom<View> = LoadedView<View> & { room: string };

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

const AUDIENCES: Record<SessionPlace, Exclude<SessionAudience, "mine">> = {
  member: "member",
  chair: "chair",
  results: "chair",
  moderation: "moderator",
  gather: "member",
  appeals: "member",
  // The secretary works from the chair's view.
  secretary: "chair",
  urns: "member",
  paper: "member",
  door: "member",
  reader: "member",
  screen: "screen",
  card: "screen",
  rehearsal: "member",
};

/** One place of a session: its view, the person's own, and what the page around them needs. */
export async function loadSession({ request, params, context }: Args, place: SessionPlace) {
  const { actor, api, language, now } = context;
  if (actor.kind !== "person") throw redirect(signInPath(request));
  const audience = AUDIENCES[place];
  const page = await api.liveSession.page(actor, params["slug"] ?? "", audience);
  if (!page.ok) {
    const missing = page.refusal.code === "not-found" || page.refusal.code === "unknown-room";
    throw data({ refusal: page.refusal }, { status: missing ? 404 : 403 });
  }
  const { view, seq, mine } = page.value;
  const { id, title } = view.assembly;
  const session: LoadedRoom<SessionView> = { view, seq, room: sessionRoom(id, audience) };
  const own: LoadedRoom<MySessionView> = { view: mine, room: sessionRoom(id, "mine") };
  const { t } = translator(language);
  return {
    session,
    own,
    places: placesOf(actor, id),
    loadedAt: now().getTime(),
    today: dayInBrussels(now()),
    tab: [t(`live-session:nav.${place}`), inLanguage(title, language)?.value, "Palabre"]
      .filter(Boolean)
      .join(" · "),
  };
}
