import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerNew, loadNew } from "#app/features/decisions/designer/designer.server.ts";
import { NewDecisionPage } from "#app/features/decisions/designer/new-page.tsx";
import { titled } from "#app/features/home/titled.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadNew(args);
}

export function action(args: ActionFunctionArgs) {
  return answerNew(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function NewDecision() {
  const { assembly } = useLoaderData<typeof loader>();
  return <NewDecisionPage assembly={assembly} refusal={useActionData<typeof action>()?.refusal} />;
}
