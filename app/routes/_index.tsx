import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { MemberHome } from "#app/features/home/member-home.tsx";
import { VisitorHome } from "#app/features/home/visitor-home.tsx";
import type { loader as rootLoader } from "#app/root.tsx";

export function loader({ context }: LoaderFunctionArgs) {
  return context.api.assembly.happeningNow(context.actor);
}

export default function Home() {
  const happening = useLoaderData<typeof loader>();
  const actor = useRouteLoaderData<typeof rootLoader>("root")?.actor;
  return actor ? (
    <MemberHome name={actor.name} happening={happening} />
  ) : (
    <VisitorHome happening={happening} />
  );
}
