import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PostersPage } from "#app/features/check-in/posters-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.checkIn.posters(actor, { slug: params["slug"] ?? "" });
  const shown = valueOrLeave(found, request, context);
  return {
    ...shown,
    mayPrepare: can(actor, "assembly.convene", assemblySubject(shown.assembly.id)),
    title: translator(language).t("check-in:posters.tab"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function PostersRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <PostersPage {...loaded} answer={useActionData<typeof action>()} />;
}
