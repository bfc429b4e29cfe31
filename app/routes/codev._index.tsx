import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FrontPage } from "#app/features/codev/front-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return {
    page: await context.api.codev.front(context.actor),
    title: translator(context.language).t("codev:title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Codev() {
  return <FrontPage page={useLoaderData<typeof loader>().page} />;
}
