import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadCodevSession } from "#app/features/codev/session/load-session.server.ts";
import { SharedScreen } from "#app/features/codev/session/screen-page.tsx";
import type { RouteHandle } from "#app/root.tsx";

/** The screen brings its own walls. */
export const handle: RouteHandle = { shell: false };

export function loader(args: LoaderFunctionArgs) {
  return loadCodevSession(args, "screen");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function CodevScreenRoute() {
  return <SharedScreen loaded={useLoaderData<typeof loader>()} />;
}
