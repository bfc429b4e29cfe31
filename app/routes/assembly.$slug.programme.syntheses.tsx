import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { SynthesesPage } from "#app/features/programme/syntheses-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.programme.syntheses(context.actor, params["slug"] ?? "");
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("programme:syntheses.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Syntheses() {
  const { page } = useLoaderData<typeof loader>();
  return <SynthesesPage page={page} />;
}
