import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { FacilitatePage } from "#app/features/codev/session/facilitate-page.tsx";
import { loadCodevSession } from "#app/features/codev/session/load-session.server.ts";
import type { RouteHandle } from "#app/root.tsx";

/** A phone on the table: nothing around the session. */
export const handle: RouteHandle = { shell: false };

export function loader(args: LoaderFunctionArgs) {
  return loadCodevSession(args, "facilitator");
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function FacilitateRoute() {
  return <FacilitatePage loaded={useLoaderData<typeof loader>()} />;
}
