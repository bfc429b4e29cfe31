import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { LinePage } from "#app/features/workers-assembly/line-page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.workersAssembly.proposals.line(actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  return { page, title: inLanguage(page.head.titles, language)?.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Line() {
  return <LinePage page={useLoaderData<typeof loader>().page} />;
}
