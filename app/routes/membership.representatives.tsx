import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { titled } from "#app/features/home/titled.ts";
import { doneOrRefused, refusedForm, valueOrLeave } from "#app/features/membership/guard.server.ts";
import { RepresentativesPage } from "#app/features/membership/representatives-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { RepresentativeForm } from "#wire/membership.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 100);
  const listed = valueOrLeave(await api.membership.listRepresented(actor), request, context);
  const found = valueOrLeave(await api.auth.findPersons(actor, { query }), request, context);
  return {
    title: translator(language).t("membership:representatives.title"),
    ...listed,
    query,
    done: searchParams.get("done") === "name",
    persons: found.filter(({ kind }) => kind === "natural"),
    mayName: can(actor, "register.import", COOPERATIVE),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const parsed = RepresentativeForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refusedForm("name", { code: "bad-input" });
  const result = await context.api.membership.nameRepresentative(context.actor, parsed.data);
  return doneOrRefused(request, "name", result);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Representatives() {
  const listed = useLoaderData<typeof loader>();
  return <RepresentativesPage {...listed} answer={useActionData<typeof action>()} />;
}
