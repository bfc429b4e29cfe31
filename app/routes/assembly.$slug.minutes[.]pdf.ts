import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const pdf = valueOrLeave(await context.api.minutes.pdf(context.actor, slug), request, context);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${slug}-minutes.pdf"`,
    },
  });
}
