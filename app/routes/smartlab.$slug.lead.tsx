import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { LeadPage } from "#app/features/smartlab/lead-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.smartlab.page(actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  if (!page.rights.lead) throw data({ refusal: { code: "not-allowed" } }, { status: 403 });
  return {
    page,
    now: context.now().getTime(),
    title: translator(language).t("smartlab:lead.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LeadLab() {
  const { page, now } = useLoaderData<typeof loader>();
  return <LeadPage page={page} now={now} answer={useActionData<typeof action>()} />;
}
