import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ProofsPage } from "#app/features/notifications/proofs-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { ProofsQuery } from "#wire/proofs.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const { before } = ProofsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await api.notifications.proofs.page(actor, { language, before });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("home:proofs.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function ProofsRoute() {
  return <ProofsPage page={useLoaderData<typeof loader>().page} />;
}
