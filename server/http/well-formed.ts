import type { NextFunction, Request, Response } from "express";

/** The longest form of all but one: an answer in writing, percent-encoded, with room to spare. */
const MAX_FORM_BYTES = 256 * 1024;
/** What forms are sent as; anything else is read by nobody here. */
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data; ?boundary=)/i;
/** The one form that carries a file asks who sends it first, and has a limit of its own. */
const UPLOAD = /^\/membership\/import(\.data)?$/;

/**
 * Refuses what no page of ours sends, before anything reads it: forms are held in memory whole, so
 * their length is asked for and bounded; an address that is no text names nothing.
 */
export function refuseMalformed(request: Request, response: Response, next: NextFunction): void {
  if (!isText(request.path)) return refuse(response, 400, "bad-input");
  // Without its length a body has no end that we know of. Browsers always say it.
  if (request.headers["transfer-encoding"]) return refuse(response, 411, "bad-input");
  if (request.method === "POST" && !FORM.test(request.headers["content-type"] ?? "")) {
    return refuse(response, 415, "bad-input");
  }
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > MAX_FORM_BYTES && !UPLOAD.test(request.path)) {
    return refuse(response, 413, "too-large");
  }
  next();
}

function refuse(response: Response, status: number, code: string): void {
  // The body is left unread: the connection cannot serve another request.
  response.status(status).set("Connection", "close").type("text/plain").send(code);
}

/** A broken escape cannot be read; NUL is what PostgreSQL takes nowhere. */
function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
