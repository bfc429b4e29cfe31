import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DecisionPage } from "#app/features/smartlab/decisions/decision-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", decisionId = "" } = params;
  const found = await context.api.labWork.decision(context.actor, { slug, decisionId });
  return {
    ...valueOrLeave(found, request, context),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.decision.title);

export default function LabDecisionPage() {
  return <DecisionPage {...useLoaderData<typeof loader>()} />;
}
