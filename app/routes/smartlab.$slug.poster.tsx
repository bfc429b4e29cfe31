import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { PosterPage } from "#app/features/smartlab/poster-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.smartlab.poster(context.actor, params["slug"] ?? "");
  const poster = valueOrLeave(found, request, context);
  return { poster, title: poster.lab.title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LabPoster() {
  return <PosterPage poster={useLoaderData<typeof loader>().poster} />;
}
