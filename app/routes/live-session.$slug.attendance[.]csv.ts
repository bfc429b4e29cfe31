import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.checkIn.attendanceCsv(actor, params["slug"] ?? "", language);
  return new Response(valueOrLeave(found, request, context), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="attendance.csv"',
      "Cache-Control": "no-store",
    },
  });
}
