import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mainPoster } from "#app/features/check-in/main-poster.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { ScreenPage, type ScreenTheme } from "#app/features/live-session/screen-page.tsx";
import type { RouteHandle } from "#app/root.tsx";

/** The screen brings its own walls. */
export const handle: RouteHandle = { shell: false };

export async function loader(args: LoaderFunctionArgs) {
  const { session, loadedAt, tab } = await loadSession(args, "screen");
  const url = new URL(args.request.url);
  const theme: ScreenTheme = url.searchParams.get("theme") === "dark" ? "dark" : "light";
  const site = url.searchParams.get("site") ?? undefined;
  const { context, params } = args;
  const found = await context.api.checkIn.posters(context.actor, {
    slug: params["slug"] ?? "",
    ...(site ? { site } : {}),
  });
  const poster = found.ok ? mainPoster(found.value.posters) : undefined;
  return { session, loadedAt, tab, theme, site, host: url.host, ...(poster ? { poster } : {}) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function ScreenRoute() {
  return <ScreenPage {...useLoaderData<typeof loader>()} />;
}
