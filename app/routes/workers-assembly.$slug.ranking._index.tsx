import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { RankingPage } from "#app/features/workers-assembly/ranking/ranking-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { ranking } = context.api.workersAssembly;
  const found = await ranking.page(context.actor, params["slug"] ?? "", asked);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("workers-ranking:title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Ranking() {
  return <RankingPage page={useLoaderData<typeof loader>().page} />;
}
