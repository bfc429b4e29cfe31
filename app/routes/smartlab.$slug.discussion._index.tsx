import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { pageOf } from "#app/features/smartlab/discussion/page-of.server.ts";
import { ThreadListPage } from "#app/features/smartlab/discussion/thread-list-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = pageOf(request) ?? 1;
  const found = await context.api.labWork.threads(context.actor, {
    slug: params["slug"] ?? "",
    page,
  });
  return {
    ...valueOrLeave(found, request, context),
    title: translator(context.language).t("lab-work:talk.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LabThreadListPage() {
  return <ThreadListPage {...useLoaderData<typeof loader>()} />;
}
