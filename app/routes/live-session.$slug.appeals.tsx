import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { AppealsPage } from "#app/features/live-session/questions/appeals-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, api } = args.context;
  const loaded = await loadSession(args, "appeals");
  if (actor.kind !== "person" || !loaded.places.includes("appeals")) {
    throw data({ refusal: { code: "not-allowed" } }, { status: 403 });
  }
  const cases = await api.liveSession.questions.appeals(actor, loaded.session.view.assembly.id);
  return { ...loaded, cases };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function AppealsRoute() {
  const { session, places, cases } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AppealsPage session={session} places={places} cases={cases} answer={answer} />;
}
