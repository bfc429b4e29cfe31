import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CyclePage } from "#app/features/codev/cycle-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.codev.cycle(context.actor, params["cycleId"] ?? "");
  return { page: valueOrLeave(found, request, context) };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.name);

export default function CodevCycle() {
  return <CyclePage page={useLoaderData<typeof loader>().page} />;
}
