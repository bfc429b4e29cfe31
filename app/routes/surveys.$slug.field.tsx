import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { FieldPage } from "#app/features/surveys/field-page.tsx";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { FIELD_FORMS } from "#wire/surveys.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.surveys.field(context.actor, params["slug"] ?? "");
  const page = valueOrLeave(found, request, context);
  return {
    page,
    done: new URL(request.url).searchParams.has("done"),
    title: inLanguage(page.survey.titles, context.language)?.value,
  };
}

export function action(args: ActionFunctionArgs) {
  const { run } = args.context.api.surveys;
  const slug = args.params["slug"] ?? "";
  return answerForms(args, FIELD_FORMS, {
    remind: (actor, input) => run.remind(actor, { ...input, slug }),
    "close-early": (actor, input) => run.closeEarly(actor, { ...input, slug }),
    publish: (actor) => run.publish(actor, slug),
    became: (actor, input) => run.became(actor, { ...input, slug }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Field() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <FieldPage page={page} state={formState(done, refused)} />;
}
