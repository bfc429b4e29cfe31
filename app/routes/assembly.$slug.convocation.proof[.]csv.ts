import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const { actor, api, language } = context;
  const found = await api.convocation.proofCsv(actor, slug, language);
  return new Response(valueOrLeave(found, request, context), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-convocation-proof.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
