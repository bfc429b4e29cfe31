import type { LoaderFunctionArgs } from "@remix-run/node";
import { mainPoster } from "#app/features/check-in/main-poster.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** What a screen shows of one site now (the main one unless said), for those who may show it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const site = new URL(request.url).searchParams.get("site") ?? undefined;
  const found = await context.api.checkIn.posters(context.actor, {
    slug: params["slug"] ?? "",
    ...(site ? { site } : {}),
  });
  const { posters } = valueOrLeave(found, request, context);
  const poster = mainPoster(posters);
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ now: context.now().getTime(), poster }, { headers });
}
