import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Refusal } from "#domain/kernel/result.ts";
import { titled } from "#app/features/home/titled.ts";
import { answerForm } from "#app/features/live-session/act.server.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { DocumentPage } from "#app/features/smartlab/documents/document-page.tsx";
import { bringsFile, readDocument } from "#app/features/smartlab/documents/read-document.server.ts";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.api.labWork.documents(context.actor, params["slug"] ?? "");
  return {
    ...valueOrLeave(found, request, context),
    title: translator(context.language).t("lab-work:document.title"),
  };
}

/** A file comes in a form of its own; everything else is an act like any. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  if (!bringsFile(request)) return answerForm(args);
  const { labWork } = context.api;
  const slug = params["slug"] ?? "";
  const { lab } = valueOrLeave(await labWork.documents(context.actor, slug), request, context);
  const refused = (refusal: Refusal) => data({ refusal }, { status: 422 });
  // Who may not add anything sends no file into memory.
  if (!lab.rights.work) return refused({ code: "lab-people-only" });
  const sent = await readDocument(request);
  if (!sent.ok) return refused(sent.refusal);
  const done = await labWork.addDocument(context.actor, { labId: lab.id, ...sent.value });
  return done.ok ? redirect(`/smartlab/${slug}/documents`) : refused(done.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function LabDocuments() {
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
  return <DocumentPage {...useLoaderData<typeof loader>()} refusal={refusal} />;
}
