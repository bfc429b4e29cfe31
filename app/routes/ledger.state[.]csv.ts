import type { LoaderFunctionArgs } from "@remix-run/node";

/** Where every item stood on a day, a line each. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { day, text } = await context.api.ledger.stateTable(asked);
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="state-of-play-${day}.csv"`,
    },
  });
}
