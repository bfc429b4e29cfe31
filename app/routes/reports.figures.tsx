import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FiguresView } from "#app/features/reports/figures-view.tsx";
import { titled } from "#app/features/home/titled.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return {
    title: translator(context.language).t("reports:title"),
    lines: await context.api.reports.figures(context.actor),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Figures() {
  return <FiguresView lines={useLoaderData<typeof loader>().lines} />;
}
