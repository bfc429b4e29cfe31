import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { ChairPage } from "#app/features/live-session/chair-page.tsx";
import { loadSession } from "#app/features/live-session/load-session.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadSession(args, "chair");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function ChairRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ChairPage {...loaded} answer={answer} />;
}
