import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** One session as a file for a calendar. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const sessionId = params["sessionId"] ?? "";
  const calendar = await api.programme.sessionCalendar(actor, { sessionId, language });
  return new Response(valueOrLeave(calendar, request, context), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="palabre.ics"',
    },
  });
}
