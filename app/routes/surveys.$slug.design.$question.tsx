import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { QuestionPage } from "#app/features/surveys/question-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { QUESTION_FORMS } from "#wire/surveys.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const page = valueOrLeave(
    await api.surveys.design(actor, params["slug"] ?? ""),
    request,
    context,
  );
  const title = translator(language).t("surveys:question.change");
  // `add` is the form of a new one.
  const question = page.questionnaire.questions.find(({ id }) => id === params["question"]);
  if (!question && params["question"] !== "add") throw data(null, { status: 404 });
  return { page, title, question };
}

export function action(args: ActionFunctionArgs) {
  const { redesign } = args.context.api.surveys;
  const slug = args.params["slug"] ?? "";
  return answerForms(
    args,
    QUESTION_FORMS,
    { "save-question": (actor, input) => redesign.question(actor, { ...input, slug }) },
    () => `/surveys/${slug}/design?done=1`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function EditQuestion() {
  const { page, question } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <QuestionPage page={page} question={question} state={formState(false, refused)} />;
}
