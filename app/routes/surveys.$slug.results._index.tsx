import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ResultsPage } from "#app/features/surveys/results-page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.surveys.results(context.actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  return {
    page,
    expert: new URL(request.url).searchParams.has("expert"),
    title: inLanguage(page.questionnaire.title, context.language)?.value,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Results() {
  const { page, expert } = useLoaderData<typeof loader>();
  return <ResultsPage page={page} expert={expert} />;
}
