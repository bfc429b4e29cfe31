import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.checkIn.attendancePdf(actor, params["slug"] ?? "", language);
  return new Response(new Uint8Array(valueOrLeave(found, request, context)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="attendance.pdf"',
      "Cache-Control": "no-store",
    },
  });
}
