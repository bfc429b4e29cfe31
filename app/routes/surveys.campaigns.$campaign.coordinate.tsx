import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { CoordinatePage } from "#app/features/surveys/coordinate-page.tsx";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { translator } from "#app/i18n/server.ts";
import { COORDINATE_FORMS } from "#wire/surveys.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const found = await api.surveys.coordination(actor, params["campaign"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    done: new URL(request.url).searchParams.has("done"),
    title: translator(language).t("surveys:coordinate.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { tend } = args.context.api.surveys;
  const slug = args.params["campaign"] ?? "";
  return answerForms(args, COORDINATE_FORMS, {
    change: (actor, input) => tend.change(actor, { ...input, slug }),
    publish: (actor) => tend.publish(actor, slug),
    "name-coordinator": (actor, input) => tend.name(actor, { ...input, slug, part: "coordinator" }),
    "flag-observer": (actor, input) => tend.name(actor, { ...input, slug, part: "observer" }),
    leave: (actor) => tend.leave(actor, slug),
    "add-survey": (actor, input) => tend.addSurvey(actor, { ...input, slug }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Coordinate() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <CoordinatePage page={page} state={formState(done, refused)} />;
}
