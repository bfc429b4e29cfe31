import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DayPage } from "#app/features/workers-assembly/day/day-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const asked = { slug: params["slug"] ?? "", language };
  const found = await api.workersAssembly.day.page(actor, asked);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("workers-day:title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function WorkersDay() {
  return <DayPage page={useLoaderData<typeof loader>().page} />;
}
