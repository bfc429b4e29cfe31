import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ProposalPage } from "#app/features/workers-assembly/proposals/proposal-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const [slug, code] = [params["slug"] ?? "", params["code"] ?? ""];
  const found = await api.workersAssembly.proposals.proposal(actor, { slug, code, language });
  const page = valueOrLeave(found, request, context);
  return { page, title: page.proposal.sentence };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Proposal() {
  return <ProposalPage page={useLoaderData<typeof loader>().page} />;
}
