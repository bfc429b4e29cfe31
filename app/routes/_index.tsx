import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { MemberHome } from "#app/features/home/member-home.tsx";
import { VisitorHome } from "#app/features/home/visitor-home.tsx";
import type { loader as rootLoader } from "#app/root.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const [happening, items] = await Promise.all([
    api.assembly.happeningNow(actor),
    api.home.items(actor, language),
  ]);
  return { happening, items };
}

export default function Home() {
  const { happening, items } = useLoaderData<typeof loader>();
  const actor = useRouteLoaderData<typeof rootLoader>("root")?.actor;
  return actor && items ? (
    <MemberHome name={actor.name} happening={happening} items={items} />
  ) : (
    <VisitorHome happening={happening} />
  );
}
