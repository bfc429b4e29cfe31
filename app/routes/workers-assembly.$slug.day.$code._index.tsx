import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { DebatePage } from "#app/features/workers-assembly/day/debate-page.tsx";
import { loadDebate } from "#app/features/workers-assembly/day/load-debate.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadDebate(args);
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data && `${data.page.debate.code} · ${data.page.debate.sentence}`);

export default function Debate() {
  return <DebatePage {...useLoaderData<typeof loader>()} />;
}
