import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { MandatesPage } from "#app/features/mandates/mandates-page.tsx";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const found = await context.api.mandates.page(context.actor, params["slug"] ?? "");
  const title = translator(context.language).t("mandates:title");
  return { title, page: valueOrLeave(found, request, context) };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function MandatesRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <MandatesPage page={page} answer={useActionData<typeof action>()} />;
}
