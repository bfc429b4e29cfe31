import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssemblyView } from "#app/features/assembly/assembly-view.tsx";
import { titled } from "#app/features/home/titled.ts";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await context.api.assembly.assemblyPage(context.actor, params["slug"] ?? "");
  if (!found.ok) throw data({ refusal: found.refusal }, { status: 404 });
  return {
    title: inLanguage(found.value.title, context.language)?.value,
    assembly: found.value,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Assembly() {
  return <AssemblyView assembly={useLoaderData<typeof loader>().assembly} />;
}
