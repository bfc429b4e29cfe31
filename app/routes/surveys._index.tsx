import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { SurveysPage } from "#app/features/surveys/surveys-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { CampaignCursor } from "#wire/surveys.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const before = CampaignCursor.safeParse(new URL(request.url).searchParams.get("before")).data;
  const found = await api.surveys.page(actor, { before });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("surveys:title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Surveys() {
  return <SurveysPage page={useLoaderData<typeof loader>().page} />;
}
