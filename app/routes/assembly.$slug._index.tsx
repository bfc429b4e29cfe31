import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssemblyView } from "#app/features/assembly/assembly-view.tsx";
import { titled } from "#app/features/home/titled.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { inLanguage } from "#domain/kernel/languages.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await context.api.assembly.assemblyPage(context.actor, params["slug"] ?? "");
  if (!found.ok) throw data({ refusal: found.refusal }, { status: 404 });
  return {
    title: inLanguage(found.value.title, context.language)?.value,
    assembly: found.value,
    mayDesign: can(context.actor, "decision.prepare", assemblySubject(found.value.id)),
    mayConvene: can(context.actor, "assembly.convene", assemblySubject(found.value.id)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Assembly() {
  const { assembly, mayDesign, mayConvene } = useLoaderData<typeof loader>();
  return <AssemblyView assembly={assembly} mayDesign={mayDesign} mayConvene={mayConvene} />;
}
