import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BallotPage } from "#app/features/decisions/ballot-page.tsx";
import { loadPage, signInPath, tabTitle } from "#app/features/decisions/load-page.server.ts";
import { filledContent } from "#app/features/decisions/secret/plain-review.server.ts";
import { textField } from "#app/features/live-session/form-field.ts";

export async function loader(args: LoaderFunctionArgs) {
  const page = await loadPage(args);
  const url = new URL(args.request.url);
  return {
    page,
    title: tabTitle(args.context.language, "title", page),
    signInPath: args.context.actor.kind === "person" ? undefined : signInPath(page.id),
    forWhom: url.searchParams.get("for") ?? undefined,
    plain: url.searchParams.get("form") === "plain",
  };
}

/** Back from the review: the ballot again, filled in as it was. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const content = filledContent(form, await loadPage(args));
  return { electorId: textField(form, "electorId"), ...(content ? { content } : {}) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BallotRoute() {
  const { page, signInPath, forWhom, plain } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return (
    <BallotPage
      page={page}
      signInPath={signInPath}
      forWhom={forWhom}
      filled={filled}
      plain={plain}
    />
  );
}
