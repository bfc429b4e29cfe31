import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DocumentView } from "#app/features/assembly/document-view.tsx";
import { titled } from "#app/features/home/titled.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await context.api.assembly.document(context.actor, params["documentId"] ?? "");
  if (!found.ok || found.value.assembly.slug !== params["slug"]) {
    throw data(null, { status: 404 });
  }
  return found.value;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Document() {
  return <DocumentView document={useLoaderData<typeof loader>()} />;
}
