import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** What a screen shows of one site now, digits included: for those who may show it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const site = new URL(request.url).searchParams.get("site") ?? "";
  const found = await context.api.checkIn.posters(context.actor, {
    slug: params["slug"] ?? "",
    site,
  });
  const [poster] = valueOrLeave(found, request, context).posters;
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ now: context.now().getTime(), poster }, { headers });
}
