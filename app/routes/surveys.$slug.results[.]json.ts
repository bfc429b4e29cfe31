import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** The published count as open data. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api } = context;
  const slug = params["slug"] ?? "";
  const found = await api.surveys.openJson(actor, slug);
  return new Response(valueOrLeave(found, request, context), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.json"`,
    },
  });
}
