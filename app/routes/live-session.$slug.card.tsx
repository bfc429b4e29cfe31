import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { CardPage } from "#app/features/live-session/stage/card-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { session, places, loadedAt, tab } = await loadSession(args, "card");
  const { host } = new URL(args.request.url);
  return { session, places, host, loadedAt, tab };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function CardRoute() {
  return <CardPage {...useLoaderData<typeof loader>()} />;
}
