import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { SessionPage } from "#app/features/programme/session-page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", sessionId = "" } = params;
  const found = await context.api.programme.session(context.actor, { slug, sessionId });
  const page = valueOrLeave(found, request, context);
  return {
    page,
    now: context.now().getTime(),
    title: inLanguage(page.session.title, context.language)?.value,
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Session() {
  const { page, now } = useLoaderData<typeof loader>();
  return <SessionPage page={page} now={now} />;
}
