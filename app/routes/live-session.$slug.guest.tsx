import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GuestPage } from "#app/features/check-in/guest-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const found = await context.api.checkIn.guestView(params["slug"] ?? "");
  return {
    view: valueOrLeave(found, request, context),
    today: dayInBrussels(context.now()),
    title: translator(context.language).t("check-in:guest.tab"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function GuestRoute() {
  return <GuestPage {...useLoaderData<typeof loader>()} />;
}
