import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnPassPage } from "#app/features/check-in/own-pass-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.checkIn.ownPass(actor, params["slug"] ?? "");
  const title = translator(language).t("check-in:pass.tab");
  return { ...valueOrLeave(found, request, context), title };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

// The page holds a secret: no cache keeps it.
export function headers() {
  return { "Cache-Control": "no-store" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function OwnPassRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <OwnPassPage {...loaded} answer={useActionData<typeof action>()} />;
}
