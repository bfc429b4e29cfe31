import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { PreviousPage } from "#app/features/workers-assembly/book/previous-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await api.workersAssembly.book.previous(actor, params["slug"] ?? "", asked);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("workers-book:previous.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Opening() {
  return <PreviousPage page={useLoaderData<typeof loader>().page} />;
}
