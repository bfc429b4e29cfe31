import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { loadDebate } from "#app/features/workers-assembly/day/load-debate.server.ts";
import { DebateScreen } from "#app/features/workers-assembly/day/screen-page.tsx";
import type { RouteHandle } from "#app/root.tsx";

/** The wall of a room brings its own. */
export const handle: RouteHandle = { shell: false };

export function loader(args: LoaderFunctionArgs) {
  return loadDebate(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.debate.code);

export default function DebateScreenRoute() {
  return <DebateScreen {...useLoaderData<typeof loader>()} />;
}
