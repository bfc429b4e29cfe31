import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PresencePage } from "#app/features/check-in/presence-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";
import { minuteOf } from "#domain/check-in/presence-steps.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = new URL(request.url).searchParams.get("at") ?? "";
  const slug = params["slug"] ?? "";
  const minute = minuteOf(asked);
  const found = await api.checkIn.presenceDay(actor, {
    slug,
    ...(minute ? { minute } : {}),
  });
  const day = valueOrLeave(found, request, context);
  return {
    day,
    asked,
    mayExport: can(actor, "attendance.export", assemblySubject(day.assembly.id)),
    title: translator(language).t("check-in:presence.tab"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function PresenceRoute() {
  return <PresencePage {...useLoaderData<typeof loader>()} />;
}
