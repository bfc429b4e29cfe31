import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { MinePage } from "#app/features/smartlab/mine-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await context.api.smartlab.mine(context.actor);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("smartlab:mine.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function MyLabs() {
  return <MinePage page={useLoaderData<typeof loader>().page} />;
}
