import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UrnsPage } from "#app/features/decisions/urns/urns-page.tsx";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const found = await context.api.decisions.urns.ceremony(context.actor, params["slug"] ?? "");
  return { ...(await loadSession(args, "urns")), ceremony: valueOrLeave(found, request, context) };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function UrnsRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <UrnsPage {...loaded} answer={answer} />;
}
