import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { CampaignPage } from "#app/features/surveys/campaign-page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.surveys.campaign(context.actor, params["campaign"] ?? "");
  const page = valueOrLeave(found, request, context);
  return { page, title: inLanguage(page.campaign.titles, context.language)?.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Campaign() {
  return <CampaignPage page={useLoaderData<typeof loader>().page} />;
}
