import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request comes from our own pages: its Origin is the public address, or the very host
 * it was sent to. A request without Origin is not from a page and is refused.
 */
export function originAllowed(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
