import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";

/** A file as it was brought; saved, never shown by a page of ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = "", documentId = "" } = params;
  const found = await context.api.labWork.document(context.actor, { slug, documentId });
  const { content, fileName, mediaType } = valueOrLeave(found, request, context);
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
