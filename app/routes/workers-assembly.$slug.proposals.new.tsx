import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import {
  ProposePage,
  type Refused,
} from "#app/features/workers-assembly/proposals/propose-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { slug = "" } = params;
  const found = await api.workersAssembly.proposals.proposing(actor, { slug, language, asked });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("workers-assembly:propose.title"),
  };
}

/** What was proposed leads to its own page; what resembles others comes back with them. */
export async function action(args: ActionFunctionArgs) {
  const slug = args.params["slug"] ?? "";
  const form = await args.request.formData();
  const plain = !form.has("enhanced");
  form.set("enhanced", "1");
  const answer = await answerForm(args, form);
  if (!plain || !("data" in answer)) return answer;
  if (answer.data.ok) {
    const { id } = answer.data.result as { id?: string };
    // One that resembles it was supported instead: there it stands.
    const there = id ?? answer.data.fields["proposalId"] ?? "";
    return redirect(`/workers-assembly/${slug}/proposals/${there}`);
  }
  const { refusal, fields } = answer.data;
  const { sentence = "", paragraph = "", language = "" } = fields;
  const asked = { language, text: `${sentence} ${paragraph}` };
  const similar = await args.context.api.workersAssembly.proposals.similar(slug, asked);
  return data<Refused>({ refusal, fields, similar }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => titled(loaded?.title);

export default function Propose() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<Refused>();
  return <ProposePage page={page} refused={answer?.refusal ? answer : undefined} />;
}
