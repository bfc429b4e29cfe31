import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeadPage } from "#app/features/codev/lead-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await context.api.codev.lead(context.actor);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("codev:lead.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function CodevLead() {
  return <LeadPage page={useLoaderData<typeof loader>().page} />;
}
