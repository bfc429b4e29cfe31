import type { IncomingMessage } from "node:http";
import type { RefusalCode } from "#domain/kernel/result.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";

const JSON_TYPE = /^application\/json *(;|$)/i;

/** The JSON of a request, no longer than `limit` bytes and as long as it says. Rejects if it breaks off. */
export async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<Result<unknown, RefusalCode>> {
  const length = Number(request.headers["content-length"]);
  if (!JSON_TYPE.test(request.headers["content-type"] ?? "") || !Number.isInteger(length)) {
    return refuse("bad-input");
  }
  if (length > limit) return refuse("too-large");
  const text = await readText(request);
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse("bad-input");
  }
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.once("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    request.once("error", reject);
    request.once("aborted", () => reject(new Error("the request broke off")));
  });
}
