import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { WallPage } from "#app/features/workers-assembly/proposals/wall-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const slug = params["slug"] ?? "";
  const found = await api.workersAssembly.proposals.wall(actor, { slug, language, asked });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("workers-assembly:wall.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Wall() {
  return <WallPage page={useLoaderData<typeof loader>().page} />;
}
