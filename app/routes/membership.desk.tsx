import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { DeskPage } from "#app/features/membership/desk-page.tsx";
import {
  doneOrRefused,
  type FormAnswer,
  refusedForm,
  valueOrLeave,
} from "#app/features/membership/guard.server.ts";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { DESK_FORMS } from "#wire/auth.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 100);
  const found = await context.api.auth.findPersons(context.actor, { query });
  return {
    title: translator(context.language).t("membership:desk.title"),
    query,
    done: searchParams.get("done"),
    persons: valueOrLeave(found, request, context),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api, actor } = context;
  return answerForm(
    DESK_FORMS,
    await request.formData(),
    {
      address: async (input) =>
        doneOrRefused(request, "address", await api.auth.correctAddress(actor, input)),
      code: async (input) => {
        const issued = await api.auth.issueDeskCode(actor, input);
        if (!issued.ok) return refusedForm("code", issued.refusal);
        // Shown once, and neither in an address nor in a cache.
        const headers = { "Cache-Control": "no-store" };
        return data<FormAnswer>({ intent: "code", ...issued.value }, { headers });
      },
    },
    (intent) => refusedForm(intent, { code: "bad-input" }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Desk() {
  const found = useLoaderData<typeof loader>();
  return <DeskPage {...found} answer={useActionData<typeof action>()} />;
}
