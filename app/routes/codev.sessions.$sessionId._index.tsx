import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadCodevSession } from "#app/features/codev/session/load-session.server.ts";
import { ParticipantPage } from "#app/features/codev/session/participant-page.tsx";

export function loader(args: LoaderFunctionArgs) {
  return loadCodevSession(args, "participant");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function CodevSessionRoute() {
  return <ParticipantPage loaded={useLoaderData<typeof loader>()} />;
}
