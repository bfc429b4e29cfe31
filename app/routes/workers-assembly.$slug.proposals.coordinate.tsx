import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DeskPage } from "#app/features/workers-assembly/proposals/desk-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const { searchParams } = new URL(request.url);
  const asked = { ...Object.fromEntries(searchParams), part: searchParams.getAll("part") };
  const found = await api.workersAssembly.proposals.desk(actor, params["slug"] ?? "", asked);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("workers-assembly:desk.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Coordinate() {
  return <DeskPage page={useLoaderData<typeof loader>().page} />;
}
