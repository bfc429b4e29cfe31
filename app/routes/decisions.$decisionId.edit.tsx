import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerEdit, loadEdit } from "#app/features/decisions/designer/designer.server.ts";
import { EditPage } from "#app/features/decisions/designer/edit-page.tsx";
import { titled } from "#app/features/home/titled.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadEdit(args);
}

export function action(args: ActionFunctionArgs) {
  return answerEdit(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function EditDecision() {
  const loaded = useLoaderData<typeof loader>();
  return <EditPage {...loaded} answer={useActionData<typeof action>()} />;
}
