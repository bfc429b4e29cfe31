import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { doneOrRefused, refusedForm, valueOrLeave } from "#app/features/membership/guard.server.ts";
import { RolesPage } from "#app/features/membership/roles-page.tsx";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { ROLE_FORMS } from "#wire/membership.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 100);
  const listed = valueOrLeave(await api.membership.listGrants(actor), request, context);
  const found = valueOrLeave(await api.auth.findPersons(actor, { query }), request, context);
  return {
    title: translator(language).t("membership:roles.title"),
    ...listed,
    query,
    done: searchParams.get("done"),
    persons: found.filter(({ kind }) => kind === "natural"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { membership } = context.api;
  const { actor } = context;
  return answerForm(
    ROLE_FORMS,
    await request.formData(),
    {
      grant: async (input) =>
        doneOrRefused(request, "grant", await membership.grantRole(actor, input)),
      end: async (input) => doneOrRefused(request, "end", await membership.endRole(actor, input)),
    },
    (intent) => refusedForm(intent, { code: "bad-input" }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Roles() {
  const listed = useLoaderData<typeof loader>();
  return <RolesPage {...listed} answer={useActionData<typeof action>()} />;
}
