import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { HubPage } from "#app/features/smartlab/hub-page.tsx";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.smartlab.hub(actor, params["hub"] ?? "");
  const page = valueOrLeave(found, request, context);
  return {
    page,
    today: dayInBrussels(context.now()),
    title: inLanguage(page.hub.title, language)?.value,
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Hub() {
  return <HubPage {...useLoaderData<typeof loader>()} />;
}
