import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { EditionsPage } from "#app/features/workers-assembly/editions-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return {
    page: await api.workersAssembly.proposals.editions(actor, asked),
    title: translator(language).t("workers-assembly:title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Editions() {
  return <EditionsPage page={useLoaderData<typeof loader>().page} />;
}
