import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { GatherPage } from "#app/features/live-session/questions/gather-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadSession(args, "gather");
  if (!loaded.places.includes("gather")) {
    throw data({ refusal: { code: "not-allowed" } }, { status: 403 });
  }
  return loaded;
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function GatherRoute() {
  const { session, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <GatherPage session={session} places={places} answer={answer} />;
}
