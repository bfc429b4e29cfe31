import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { ResultsPage } from "#app/features/minutes/results-page.tsx";

export function loader(args: LoaderFunctionArgs) {
  return loadSession(args, "results");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function ResultsRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <ResultsPage {...loaded} answer={useActionData<typeof action>()} />;
}
