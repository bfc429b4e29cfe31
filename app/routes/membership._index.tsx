import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { titled } from "#app/features/home/titled.ts";
import { FiguresPage } from "#app/features/membership/figures-page.tsx";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";
import { FiguresQuery } from "#wire/membership.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api } = context;
  // The desk's own page is the one it has in the register.
  const deskAlone =
    !can(actor, "register.read", COOPERATIVE) && can(actor, "person.help-sign-in", COOPERATIVE);
  if (deskAlone) return redirect("/membership/desk");
  const query = FiguresQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const figures = valueOrLeave(
    await api.membership.registerFigures(actor, query),
    request,
    context,
  );
  return { title: translator(context.language).t("membership:figures.title"), figures };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function RegisterFigures() {
  return <FiguresPage figures={useLoaderData<typeof loader>().figures} />;
}
