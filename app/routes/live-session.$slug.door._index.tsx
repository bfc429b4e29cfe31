import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoorPage } from "#app/features/check-in/door-page.tsx";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 100);
  const site = searchParams.get("site");
  const found = await context.api.checkIn.doorPage(context.actor, {
    slug: params["slug"] ?? "",
    ...(site ? { site } : {}),
    query,
  });
  return {
    door: valueOrLeave(found, request, context),
    query,
    ...(await loadSession(args, "door")),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function DoorRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <DoorPage {...loaded} answer={useActionData<typeof action>()} />;
}
