import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WayInPage } from "#app/features/check-in/way-in-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

/** A short address: from a poster to the assembly, for anybody. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.checkIn.wayIn(actor, params["code"] ?? "");
  const page = valueOrLeave(found, request, context);
  return {
    page,
    signedIn: actor.kind === "person",
    address: `/s/${page.site.code}`,
    title: translator(language).t("check-in:wayIn.tab"),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function WayInRoute() {
  return <WayInPage {...useLoaderData<typeof loader>()} />;
}
