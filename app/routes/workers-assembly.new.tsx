import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { BeginPage } from "#app/features/workers-assembly/organise/begin-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { BEGIN_FORMS } from "#wire/workers-organise.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  return {
    page: valueOrLeave(await api.workersAssembly.organise.beginning(actor), request, context),
    words: ["workers-organise", "surveys", "programme"],
    title: translator(language).t("workers-organise:begin.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { begin } = args.context.api.workersAssembly.organise;
  return answerForms(args, BEGIN_FORMS, { begin }, (value) => {
    const { slug } = value as { slug: string };
    return `/workers-assembly/${slug}/organise`;
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Begin() {
  const { page } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <BeginPage page={page} state={formState(false, refused)} />;
}
