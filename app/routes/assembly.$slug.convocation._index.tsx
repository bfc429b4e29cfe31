import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConvocationPage } from "#app/features/convocation/convocation-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const found = await context.api.convocation.page(context.actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("convocation:title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function ConvocationRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <ConvocationPage page={page} answer={useActionData<typeof action>()} />;
}
