import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { DeskPage } from "#app/features/ledger/desk-page.tsx";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await context.api.ledger.desk(context.actor, asked);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("ledger:desk.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Answers() {
  return <DeskPage page={useLoaderData<typeof loader>().page} />;
}
