import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { ItemPage } from "#app/features/ledger/item-page.tsx";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.ledger.item(context.actor, params["id"] ?? "");
  const page = valueOrLeave(found, request, context);
  return { page, today: dayInBrussels(context.now()), title: page.item.title };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Item() {
  const { page, today } = useLoaderData<typeof loader>();
  return <ItemPage page={page} today={today} />;
}
