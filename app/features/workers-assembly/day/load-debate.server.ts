import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** One debate as its page and its screen show it, and when it was read. */
export async function loadDebate({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", code = "" } = params;
  const found = await context.api.workersAssembly.day.debate(context.actor, { slug, code });
  const page = valueOrLeave(found, request, context);
  return { page, loadedAt: context.now().getTime() };
}
