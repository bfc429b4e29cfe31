import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { canonicalJson } from "#domain/kernel/json.ts";

/** Minutes in an open format, in their one spelling: their fingerprint can be computed again. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const file = valueOrLeave(await context.api.minutes.file(context.actor, slug), request, context);
  return new Response(canonicalJson(file), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-minutes.json"`,
    },
  });
}
