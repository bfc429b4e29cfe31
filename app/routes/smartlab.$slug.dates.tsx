import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DatePage } from "#app/features/smartlab/dates/date-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.labWork.dates(context.actor, params["slug"] ?? "");
  return {
    ...valueOrLeave(found, request, context),
    title: translator(context.language).t("lab-work:date.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LabDatePage() {
  return <DatePage {...useLoaderData<typeof loader>()} />;
}
