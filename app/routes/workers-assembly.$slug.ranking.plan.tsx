import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { PlanPage } from "#app/features/workers-assembly/ranking/plan-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { RANKING_FORMS } from "#wire/workers-ranking.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ranking } = context.api.workersAssembly;
  const found = await ranking.planPage(context.actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    done: new URL(request.url).searchParams.has("done"),
    title: translator(context.language).t("workers-ranking:plan.title"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { run } = args.context.api.workersAssembly.ranking;
  const slug = args.params["slug"] ?? "";
  return answerForms(args, RANKING_FORMS, {
    plan: (actor, input) => run.plan(actor, { ...input, slug }),
    "draw-up": (actor) => run.drawUp(actor, { slug }),
    extend: (actor, input) => run.extend(actor, { ...input, slug }),
    publish: (actor, input) => args.context.api.decisions.publish(actor, input),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Plan() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <PlanPage page={page} state={formState(done, refused)} />;
}
