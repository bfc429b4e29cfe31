import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

/** The published ranking, or the head of its edition where it is not published yet. */
export function loadResult(title: string) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const { actor, api, language } = context;
    const slug = params["slug"] ?? "";
    const found = await api.workersAssembly.ranking.result(actor, slug);
    const waits = !found.ok && found.refusal.code === "not-counted";
    const head = waits
      ? await api.workersAssembly.ranking.head(actor, slug)
      : found.ok
        ? { ok: true as const, value: found.value.head }
        : found;
    return {
      head: valueOrLeave(head, request, context),
      result: found.ok ? found.value : undefined,
      title: translator(language).t(title),
    };
  };
}
