import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { SortingPage } from "#app/features/surveys/sorting-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { refuse } from "#domain/kernel/result.ts";
import { SORTING_FORMS, SortingCursor } from "#wire/surveys.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const { searchParams } = new URL(request.url);
  const asked = SortingCursor.safeParse(Object.fromEntries(searchParams));
  const found = asked.success
    ? await api.surveys.sorting(actor, { ...asked.data, slug: params["slug"] ?? "" })
    : refuse("not-found");
  return {
    page: valueOrLeave(found, request, context),
    done: searchParams.has("done"),
    title: translator(language).t("surveys:sorting.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { sort } = args.context.api.surveys;
  const slug = args.params["slug"] ?? "";
  return answerForms(args, SORTING_FORMS, {
    "add-demand": (actor, input) => sort.addDemand(actor, { ...input, slug }),
    "change-demand": (actor, input) => sort.changeDemand(actor, { ...input, slug }),
    "drop-demand": (actor, input) => sort.dropDemand(actor, { ...input, slug }),
    sort: (actor, input) => sort.place(actor, { ...input, slug }),
    "set-aside": (actor, input) => sort.setAside(actor, { ...input, slug }),
    "take-back": (actor, input) => sort.takeBack(actor, { ...input, slug }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Sorting() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <SortingPage page={page} state={formState(done, refused)} />;
}
