import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ProofPage } from "#app/features/notifications/proof-page.tsx";
import { ProofQuery } from "#wire/proofs.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const asked = ProofQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw data({ refusal: { code: "not-found" } }, { status: 404 });
  const found = await api.notifications.proofs.of(actor, { ...asked.data, language });
  return { page: valueOrLeave(found, request, context) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => titled(loaded?.page.subject);

export default function ProofRoute() {
  return <ProofPage page={useLoaderData<typeof loader>().page} />;
}
