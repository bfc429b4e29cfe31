import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOwnPage, tabTitle } from "#app/features/decisions/load-page.server.ts";
import { ReceiptPage } from "#app/features/decisions/receipt-page.tsx";
import { SecretReceiptPage } from "#app/features/decisions/secret/secret-receipt-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const page = await loadOwnPage(args);
  return {
    page,
    title: tabTitle(args.context.language, "receipt.title", page),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReceiptRoute() {
  const { page } = useLoaderData<typeof loader>();
  return page.ballotKind === "secret" ? (
    <SecretReceiptPage page={page} />
  ) : (
    <ReceiptPage page={page} />
  );
}
