import type { LoaderFunctionArgs } from "@remix-run/node";

/** What somebody who writes has missed: changes after a number. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const since = Number(new URL(request.url).searchParams.get("since") ?? 0);
  const found = await context.api.labWork.minutesState(context.actor, {
    minutesId: params["minutesId"] ?? "",
    since: Number.isSafeInteger(since) && since >= 0 ? since : 0,
  });
  return found.ok
    ? Response.json(found.value)
    : Response.json({ refusal: found.refusal }, { status: 403 });
}
