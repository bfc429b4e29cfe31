import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { NewCampaignPage } from "#app/features/surveys/campaign-form.tsx";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { translator } from "#app/i18n/server.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { refuse } from "#domain/kernel/result.ts";
import { CREATE_FORMS } from "#wire/surveys.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  if (!can(context.actor, "campaign.create", COOPERATIVE)) {
    valueOrLeave(refuse("not-allowed"), request, context);
  }
  return { title: translator(context.language).t("surveys:campaign.new") };
}

export function action(args: ActionFunctionArgs) {
  const { surveys } = args.context.api;
  return answerForms(args, CREATE_FORMS, { create: surveys.create }, (value) => {
    const { slug } = value as { slug: string };
    return `/surveys/campaigns/${slug}`;
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function NewCampaign() {
  const refused: Refused | undefined = useActionData();
  return <NewCampaignPage state={formState(false, refused)} />;
}
