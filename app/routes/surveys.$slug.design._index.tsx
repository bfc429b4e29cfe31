import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { DesignPage } from "#app/features/surveys/design-page.tsx";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { translator } from "#app/i18n/server.ts";
import { DESIGN_PAGE_FORMS } from "#wire/surveys.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const found = await api.surveys.design(actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    done: new URL(request.url).searchParams.has("done"),
    title: translator(language).t("surveys:design.go"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { redesign } = args.context.api.surveys;
  const slug = args.params["slug"] ?? "";
  return answerForms(args, DESIGN_PAGE_FORMS, {
    "save-head": (actor, input) => redesign.head(actor, { ...input, slug }),
    "move-question": (actor, input) => redesign.move(actor, { ...input, slug }),
    "delete-question": (actor, input) => redesign.delete(actor, { ...input, slug }),
    review: (actor, input) => redesign.review(actor, { ...input, slug }),
    launch: (actor, input) => redesign.launch(actor, { ...input, slug }),
    correct: (actor, input) => redesign.correct(actor, { ...input, slug }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Design() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <DesignPage page={page} state={formState(done, refused)} />;
}
