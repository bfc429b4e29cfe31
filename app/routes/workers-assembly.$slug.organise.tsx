import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerForms } from "#app/features/surveys/answer-forms.server.ts";
import { formState, type Refused } from "#app/features/surveys/form-state.tsx";
import { OrganisePage } from "#app/features/workers-assembly/organise/organise-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { ORGANISE_FORMS } from "#wire/workers-organise.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const found = await api.workersAssembly.organise.page(actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    done: new URL(request.url).searchParams.has("done"),
    words: ["workers-organise", "workers-assembly", "surveys", "programme"],
    title: translator(language).t("workers-organise:title"),
  };
}

export function action(args: ActionFunctionArgs) {
  const { change, name, release } = args.context.api.workersAssembly.organise;
  const slug = args.params["slug"] ?? "";
  return answerForms(args, ORGANISE_FORMS, {
    change: (actor, input) => change(actor, { ...input, slug }),
    name: (actor, input) => name(actor, { ...input, slug }),
    release: (actor, input) => release(actor, { ...input, slug }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Organise() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused: Refused | undefined = useActionData();
  return <OrganisePage page={page} state={formState(done, refused)} />;
}
