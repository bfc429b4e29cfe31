import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** Who came or went since a door last asked (`since`, ms). */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const since = Number(new URL(request.url).searchParams.get("since"));
  const found = await context.api.checkIn.doorNews(context.actor, {
    slug: params["slug"] ?? "",
    since: Number.isSafeInteger(since) ? since : 0,
  });
  const headers = { "Cache-Control": "no-store" };
  return Response.json(valueOrLeave(found, request, context), { headers });
}
