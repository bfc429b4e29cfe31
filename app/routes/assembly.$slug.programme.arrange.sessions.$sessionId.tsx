import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerArrange } from "#app/features/programme/answer-arrange.server.ts";
import { SessionForm } from "#app/features/programme/session-form.tsx";
import { translator } from "#app/i18n/server.ts";

/** `add` is the form of a new one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const { slug = "", sessionId = "" } = params;
  const page = valueOrLeave(await api.programme.edit(actor, slug), request, context);
  const title = translator(language).t("programme:arrange.change");
  if (sessionId === "add") return { page, title };
  const draft = await api.programme.sessionDraft(page.assembly.id, sessionId);
  return { page, title, draft: valueOrLeave(draft, request, context) };
}

export function action(args: ActionFunctionArgs) {
  return answerArrange(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function EditSession() {
  const { page, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SessionForm key={draft?.id} page={page} draft={draft} answer={answer} />;
}
