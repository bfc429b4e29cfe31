import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** The meetings of a lab for a calendar, to read once or to follow. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, language } = context;
  const calendar = await api.smartlab.calendar({ slug: params["slug"] ?? "", language });
  return new Response(valueOrLeave(calendar, request, context), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="smartlab.ics"',
    },
  });
}
