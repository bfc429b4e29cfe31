import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DecisionListPage } from "#app/features/smartlab/decisions/decision-list-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.labWork.decisions(context.actor, params["slug"] ?? "");
  return {
    ...valueOrLeave(found, request, context),
    title: translator(context.language).t("lab-work:decision.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LabDecisionListPage() {
  return <DecisionListPage {...useLoaderData<typeof loader>()} />;
}
