import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { MinutesPage } from "#app/features/smartlab/minutes/minutes-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", minutesId = "" } = params;
  const version = Number(new URL(request.url).searchParams.get("version") ?? 0);
  const found = await context.api.labWork.minutes(context.actor, {
    slug,
    minutesId,
    ...(Number.isSafeInteger(version) && version > 0 && version < 2 ** 31 ? { version } : {}),
  });
  const { actor } = context;
  const me = actor.kind === "person" ? { id: actor.personId, name: actor.name } : NOBODY;
  return { ...valueOrLeave(found, request, context), me };
}

const NOBODY = { id: "", name: "" };

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.minutes.title);

export default function LabMinutes() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
