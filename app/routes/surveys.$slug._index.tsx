import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { signInPath } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { AnswerPage, type Returned } from "#app/features/surveys/answer-page.tsx";
import { readPaper } from "#app/features/surveys/read-paper.server.ts";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.surveys.answering(context.actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  // Whoever may be asked must be known first.
  if (context.actor.kind !== "person" && page.standing !== "closed") {
    throw redirect(signInPath(request));
  }
  return { page, title: inLanguage(page.questionnaire.title, context.language)?.value };
}

/** A paper goes once. What is refused comes back with everything that was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { slug = "" } = params;
  const { filledIn, version, language } = readPaper(await request.formData());
  const { api, actor } = context;
  const taken = await api.surveys.answer(actor, { slug, version, language, filledIn });
  if (taken.ok) return redirect(`/surveys/${slug}`);
  return data<Returned>({ refusal: taken.refusal, filledIn }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Answer() {
  const { page } = useLoaderData<typeof loader>();
  const returned: Returned | undefined = useActionData();
  return <AnswerPage page={page} returned={returned} />;
}
