import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { MemberPage } from "#app/features/live-session/member-page.tsx";
import { ServerClock } from "#app/features/live-session/stage/server-clock.tsx";
import { loadSession } from "#app/features/live-session/load-session.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadSession(args, "member");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function MemberRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ServerClock loadedAt={loaded.loadedAt}>
      <MemberPage {...loaded} answer={answer} />
    </ServerClock>
  );
}
