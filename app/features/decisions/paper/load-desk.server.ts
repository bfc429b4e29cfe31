import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** The shortest search that finds somebody. */
const LEAST_LETTERS = 2;

/** The paper desk, its votes in full, and whoever the desk looked up. */
export async function loadPaperDesk(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { api, actor } = context;
  const slug = params["slug"] ?? "";
  const desk = valueOrLeave(await api.decisions.urns.paperDesk(actor, slug), request, context);
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const searches = query.length >= LEAST_LETTERS && (desk.may.give || desk.may.assist);
  const [session, electors, ...pages] = await Promise.all([
    loadSession(args, "paper"),
    searches ? api.decisions.urns.paperElectors(actor, { slug, query }) : undefined,
    ...desk.urns.map(({ decisionId }) => api.decisions.page(actor, decisionId)),
  ]);
  return {
    ...session,
    desk,
    query,
    electors: electors ? valueOrLeave(electors, request, context) : [],
    votes: pages.flatMap((page) => (page.ok ? [page.value] : [])),
  };
}
