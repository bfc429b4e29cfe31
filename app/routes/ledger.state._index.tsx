import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { StatePage } from "#app/features/ledger/state-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return {
    page: await context.api.ledger.state(asked),
    title: translator(context.language).t("ledger:stateOfPlay.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function State() {
  return <StatePage page={useLoaderData<typeof loader>().page} />;
}
