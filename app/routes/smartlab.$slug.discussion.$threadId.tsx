import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { pageOf } from "#app/features/smartlab/discussion/page-of.server.ts";
import { ThreadPage } from "#app/features/smartlab/discussion/thread-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", threadId = "" } = params;
  const page = pageOf(request);
  const found = await context.api.labWork.thread(context.actor, {
    slug,
    threadId,
    ...(page ? { page } : {}),
  });
  return {
    ...valueOrLeave(found, request, context),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.talk.thread.title);

export default function LabThreadPage() {
  return <ThreadPage {...useLoaderData<typeof loader>()} />;
}
