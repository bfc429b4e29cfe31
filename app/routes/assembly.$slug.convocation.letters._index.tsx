import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LettersPage } from "#app/features/convocation/letters-page.tsx";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const found = await context.api.convocation.letters(context.actor, {
    slug: params["slug"] ?? "",
    page: Number.isSafeInteger(page) ? page : 1,
  });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(context.language).t("convocation:letters.title"),
  };
}

// The page holds secrets of others: no cache keeps it.
export function headers() {
  return { "Cache-Control": "no-store" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LettersRoute() {
  return <LettersPage page={useLoaderData<typeof loader>().page} />;
}
