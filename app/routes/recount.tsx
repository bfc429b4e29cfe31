import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecountPage } from "#app/features/decisions/recount/recount-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { translator } from "#app/i18n/server.ts";

/** `?decision=<id>`: the vote whose bundle the page offers to fetch. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const decisionId = new URL(request.url).searchParams.get("decision") ?? "";
  return {
    title: translator(context.language).t("recount:title"),
    decisionId: /^[0-9a-f-]{36}$/.test(decisionId) ? decisionId : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Recount() {
  return <RecountPage decisionId={useLoaderData<typeof loader>().decisionId} />;
}
