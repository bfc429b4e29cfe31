import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadSession } from "#app/features/live-session/load-session.server.ts";
import { RehearsalPage } from "#app/features/live-session/rehearsal/rehearsal-page.tsx";
import { doneOrRefused, refusedForm, valueOrLeave } from "#app/features/membership/guard.server.ts";
import { RehearsalForm } from "#wire/rehearsal.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { rehearsals } = context.api.liveSession;
  const found = await rehearsals.latest(context.actor, params["slug"] ?? "");
  const latest = valueOrLeave(found, request, context);
  const { session, places, tab } = await loadSession(args, "rehearsal");
  return { session, places, tab, rehearsals: latest };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const parsed = RehearsalForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refusedForm("rehearse", { code: "bad-input" });
  const { rehearsals } = context.api.liveSession;
  const input = { slug: params["slug"] ?? "", members: parsed.data.members };
  return doneOrRefused(request, "rehearse", await rehearsals.ask(context.actor, input));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function RehearsalRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RehearsalPage {...loaded} refusal={answer?.refusal} />;
}
