import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { LabPage } from "#app/features/smartlab/lab-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.smartlab.page(context.actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  return { page, now: context.now().getTime(), title: page.lab.title };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Lab() {
  const { page, now } = useLoaderData<typeof loader>();
  return <LabPage page={page} now={now} />;
}
