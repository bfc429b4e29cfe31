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
import { parseForm } from "#app/features/sign-in/enter.server.ts";
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
  const form = await request.formData();
  const parsed = parseForm(DESK_FORMS, form);
  switch (parsed?.intent) {
    case "address":
      return doneOrRefused(request, "address", await api.auth.correctAddress(actor, parsed.input));
    case "code": {
      const issued = await api.auth.issueDeskCode(actor, parsed.input);
      if (!issued.ok) return refusedForm("code", issued.refusal);
      // Shown once, and neither in an address nor in a cache.
      return data<FormAnswer>(
        { intent: "code", ...issued.value },
        { headers: { "Cache-Control": "no-store" } },
      );
    }
    default:
      return refusedForm(String(form.get("intent")), { code: "bad-input" });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Desk() {
  const found = useLoaderData<typeof loader>();
  return <DeskPage {...found} answer={useActionData<typeof action>()} />;
}
