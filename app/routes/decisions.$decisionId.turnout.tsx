import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPage, tabTitle } from "#app/features/decisions/load-page.server.ts";
import { TurnoutPage } from "#app/features/decisions/results/turnout-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, api, language } = args.context;
  const page = await loadPage(args);
  const office = await api.decisions.results.breakdown(actor, page.id, "office");
  const category = await api.decisions.results.breakdown(actor, page.id, "category");
  if (!office.ok) throw data({ refusal: office.refusal }, { status: 404 });
  if (!category.ok) throw data({ refusal: category.refusal }, { status: 404 });
  return {
    page,
    title: tabTitle(language, "result.title", page),
    tables: [office.value, category.value],
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TurnoutRoute() {
  const { page, tables } = useLoaderData<typeof loader>();
  return <TurnoutPage page={page} tables={tables} />;
}
