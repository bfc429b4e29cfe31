import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm, signInPath } from "#app/features/live-session/act.server.ts";
import { ProposePage } from "#app/features/smartlab/propose-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  if (actor.kind !== "person") throw redirect(signInPath(request));
  const from = new URL(request.url).searchParams.get("from");
  return {
    from: from ? await api.smartlab.origin(from) : undefined,
    official: can(actor, "lab.support", COOPERATIVE),
    title: translator(language).t("smartlab:propose.title"),
  };
}

/** What was sent leads to its page; what resembles others comes back with them. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  // The answer itself is wanted: with it one is sent on, or shown what is alike.
  form.set("enhanced", "1");
  const answer = await answerForm(args, form);
  if (!("data" in answer) || !answer.data.ok) return answer;
  const { slug } = answer.data.result as { slug?: string };
  return slug ? redirect(`/smartlab/${slug}`) : answer;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function NewLab() {
  const { official, from } = useLoaderData<typeof loader>();
  return <ProposePage answer={useActionData<typeof action>()} official={official} from={from} />;
}
