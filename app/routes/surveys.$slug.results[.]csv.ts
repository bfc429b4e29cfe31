import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** The published count as open data. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const slug = params["slug"] ?? "";
  const found = await api.surveys.openCsv(actor, { slug, language });
  return new Response(valueOrLeave(found, request, context), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}.csv"`,
    },
  });
}
