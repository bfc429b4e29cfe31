import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { SitePage } from "#app/features/programme/site-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", site = "" } = params;
  const found = await context.api.programme.site(context.actor, { slug, site });
  const page = valueOrLeave(found, request, context);
  return { page, now: context.now().getTime(), title: page.site.name };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Site() {
  const { page, now } = useLoaderData<typeof loader>();
  return <SitePage page={page} now={now} />;
}
