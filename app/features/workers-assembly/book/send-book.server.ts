import type { LoaderFunctionArgs } from "@remix-run/node";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import type { BookFormat } from "#wire/workers-book.ts";

const TYPES: Record<BookFormat, string> = {
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** A published version of a book as a file. */
export async function sendBook(
  { request, params, context }: LoaderFunctionArgs,
  format: BookFormat,
): Promise<Response> {
  const slug = params["slug"] ?? "";
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const found = await context.api.workersAssembly.book.file(slug, asked, {
    format,
    language: context.language,
  });
  const { version, body } = valueOrLeave(found, request, context);
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `inline; filename="${slug}-v${version}.${format}"`,
    },
  });
}
