import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** The list that a door keeps on its device. Names: no cache on the way keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const found = await context.api.checkIn.doorList(context.actor, { slug: params["slug"] ?? "" });
  const headers = { "Cache-Control": "no-store" };
  return Response.json(valueOrLeave(found, request, context), { headers });
}
