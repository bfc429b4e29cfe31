import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ReconciliationPage } from "#app/features/minutes/reconciliation-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const found = await context.api.minutes.reconciliation(context.actor, params["slug"] ?? "");
  const title = translator(context.language).t("minutes:sheet.title");
  return { title, page: valueOrLeave(found, request, context) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function ReconciliationRoute() {
  return <ReconciliationPage page={useLoaderData<typeof loader>().page} />;
}
