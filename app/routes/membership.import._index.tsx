import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { titled } from "#app/features/home/titled.ts";
import { doneOrRefused, refusedForm, valueOrLeave } from "#app/features/membership/guard.server.ts";
import { ImportPage } from "#app/features/membership/import-page.tsx";
import { readUpload } from "#app/features/membership/read-upload.server.ts";
import { translator } from "#app/i18n/server.ts";
import { WriteImportForm } from "#wire/membership.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const imports = await context.api.membership.listImports(context.actor);
  return {
    title: translator(context.language).t("membership:import.title"),
    imports: valueOrLeave(imports, request, context),
  };
}

/** A form with a file uploads; the form without one writes what was checked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { api, actor } = context;
  // Nobody else's forty megabytes are read.
  if (!can(actor, "register.import", COOPERATIVE)) {
    return refusedForm("upload", { code: "not-allowed" });
  }
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data")) {
    const upload = await readUpload(request);
    if (!upload.ok) return refusedForm("upload", upload.refusal);
    return doneOrRefused(request, "upload", await api.membership.startImport(actor, upload.value));
  }
  const parsed = WriteImportForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refusedForm("write", { code: "bad-input" });
  return doneOrRefused(request, "write", await api.membership.writeImport(actor, parsed.data));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function RegisterImport() {
  const { imports } = useLoaderData<typeof loader>();
  return <ImportPage imports={imports} answer={useActionData<typeof action>()} />;
}
