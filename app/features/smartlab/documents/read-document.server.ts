import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUpload,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MOST_FILE_BYTES } from "#domain/smartlab/documents/file-kinds.ts";

export type SentDocument = { title: string; fileName: string; content: Uint8Array };

/** Whether a form brings a file; others are acts like any. */
export function bringsFile(request: Request): boolean {
  return (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
}

/** The one file of the form with its title, never more of it in memory than a file may be. */
export async function readDocument(request: Request): Promise<Result<SentDocument>> {
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > MOST_FILE_BYTES + 10_000) return refuse("too-large");
  try {
    const filter = ({ name }: { name: string }) => name === "file" || name === "title";
    const form = await parseMultipart(
      request,
      memoryUpload({ maxPartSize: MOST_FILE_BYTES, filter }),
    );
    const file = form.get("file");
    const title = form.get("title");
    if (!(file instanceof File) || file.size === 0) return refuse("bad-input");
    const content = new Uint8Array(await file.arrayBuffer());
    const said = typeof title === "string" ? title.replaceAll("\0", "") : "";
    return ok({ title: said, fileName: file.name.replaceAll("\0", ""), content });
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return refuse("too-large");
    // A body that breaks off or is no multipart is the sender's, not ours.
    return refuse("bad-input");
  }
}
