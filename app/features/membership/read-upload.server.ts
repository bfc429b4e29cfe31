import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUpload,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MAX_REGISTER_BYTES } from "#domain/membership/register-import.ts";

/** The one file of an upload form, never more of it in memory than a register may be. */
export async function readUpload(
  request: Request,
): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > MAX_REGISTER_BYTES + 10_000) return refuse("too-large");
  try {
    const form = await parseMultipart(
      request,
      memoryUpload({ maxPartSize: MAX_REGISTER_BYTES, filter: ({ name }) => name === "file" }),
    );
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return refuse("bad-input");
    return ok({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return refuse("too-large");
    // A body that breaks off or is no multipart is the sender's, not ours.
    return refuse("bad-input");
  }
}
