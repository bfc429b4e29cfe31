import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { MyProgrammePage } from "#app/features/programme/my-programme-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.programme.mine(context.actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    now: context.now().getTime(),
    title: translator(context.language).t("programme:mine.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function MyProgramme() {
  const { page, now } = useLoaderData<typeof loader>();
  return <MyProgrammePage page={page} now={now} />;
}
