import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPage, tabTitle } from "#app/features/decisions/load-page.server.ts";
import { TurnoutPage } from "#app/features/decisions/results/turnout-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, api, language } = args.context;
  const page = await loadPage(args);
  const tables = await api.decisions.results.breakdowns(actor, page.id);
  if (!tables.ok) throw data({ refusal: tables.refusal }, { status: 404 });
  return {
    page,
    title: tabTitle(language, "result.title", page),
    tables: tables.value,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TurnoutRoute() {
  const { page, tables } = useLoaderData<typeof loader>();
  return <TurnoutPage page={page} tables={tables} />;
}
