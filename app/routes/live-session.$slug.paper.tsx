import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaperPage } from "#app/features/decisions/paper/paper-page.tsx";
import { loadPaperDesk } from "#app/features/decisions/paper/load-desk.server.ts";
import { slipForm } from "#app/features/decisions/paper/read-slip.server.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadPaperDesk(args);
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const entersSlip = form.get("intent") === "paper.enter";
  return answerForm(args, entersSlip ? slipForm(form) : form);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function PaperRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PaperPage {...loaded} answer={answer} />;
}
