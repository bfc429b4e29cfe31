import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { FindPage } from "#app/features/smartlab/find-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return {
    page: await api.smartlab.find(actor, asked),
    title: translator(language).t("smartlab:title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Labs() {
  const { page } = useLoaderData<typeof loader>();
  return <FindPage page={page} />;
}
