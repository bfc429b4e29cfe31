import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ProofQuery } from "#wire/proofs.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = ProofQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw data({ refusal: { code: "not-found" } }, { status: 404 });
  const found = await api.notifications.proofs.csv(actor, { key: asked.data.key, language });
  return new Response(valueOrLeave(found, request, context), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="proof.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
