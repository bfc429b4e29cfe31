import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { optionOrder } from "#domain/decisions/option-order.ts";
import { AssistedPage } from "#app/features/decisions/assisted/assisted-page.tsx";
import { loadOwnPage } from "#app/features/decisions/load-page.server.ts";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const page = await loadOwnPage(args);
  const { slug } = page.assembly;
  // Asks for the right to help besides.
  const found = await context.api.decisions.urns.paperElectors(context.actor, {
    slug,
    query: params["electorId"] ?? "",
  });
  const [elector] = valueOrLeave(found, request, context);
  if (!elector || slug !== params["slug"] || page.ballotKind !== "secret") {
    throw data(null, { status: 404 });
  }
  // The elector's own order, as on their own device: not that of whoever helps them.
  const ids = page.options.map(({ id }) => id);
  const theirs = { ...page, optionOrder: optionOrder(page, elector.personId, ids) };
  return { page: theirs, elector, title: translator(context.language).t("urns:assisted.tab") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function AssistedRoute() {
  const { page, elector } = useLoaderData<typeof loader>();
  return <AssistedPage page={page} elector={elector} />;
}
