import type { LoaderFunctionArgs } from "@remix-run/node";

/** Somebody's programme for their calendar; whoever has the address reads it, signed in or not. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const calendar = await context.api.programme.feedCalendar(params["token"] ?? "");
  if (!calendar.ok) return new Response(null, { status: 404 });
  return new Response(calendar.value, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "X-Robots-Tag": "noindex",
    },
  });
}
