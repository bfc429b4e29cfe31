import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { SecretaryPage } from "#app/features/live-session/secretary-page.tsx";
import { loadSession } from "#app/features/live-session/load-session.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadSession(args, "secretary");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function SecretaryRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SecretaryPage {...loaded} answer={answer} />;
}
