import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { EditPage } from "#app/features/ledger/write-page.tsx";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** What is answered, merged or withdrawn is read, and no longer changed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.ledger.draft(context.actor, params["id"] ?? "");
  const page = valueOrLeave(found, request, context);
  const { state, number, title } = page.item;
  if (state !== "draft" && state !== "waiting") throw redirect(`/ledger/${number}`);
  return { page, title };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Edit() {
  return <EditPage page={useLoaderData<typeof loader>().page} />;
}
