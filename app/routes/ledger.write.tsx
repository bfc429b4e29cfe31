import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { WritePage } from "#app/features/ledger/write-page.tsx";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await context.api.ledger.writing(context.actor);
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("ledger:write.title"),
  };
}

/** What was begun leads to its own page, where it is checked. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const plain = !form.has("enhanced");
  form.set("enhanced", "1");
  const answer = await answerForm(args, form);
  if (!plain || !("data" in answer) || !answer.data.ok) return answer;
  const { number } = answer.data.result as { number?: number };
  return number ? redirect(`/ledger/${number}/edit`) : answer;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Write() {
  return <WritePage page={useLoaderData<typeof loader>().page} />;
}
