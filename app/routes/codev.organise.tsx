import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardPage } from "#app/features/codev/board-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const found = await context.api.codev.board(context.actor, {
    cycles: Number(asked.get("cycles") ?? 1),
    queue: Number(asked.get("queue") ?? 1),
  });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("codev:board.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function CodevOrganise() {
  return <BoardPage page={useLoaderData<typeof loader>().page} />;
}
