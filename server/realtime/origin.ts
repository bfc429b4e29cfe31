import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a request comes from our own pages: its Origin is the public address or, on this machine
 * itself, the very host it was sent to. Any other equal pair of Origin and Host would let a name
 * that somebody points at this machine speak for it (DNS rebinding). A request without Origin is
 * not from a page and is refused.
 */
export function originAllowed(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === publicUrl) return true;
  if (!origin || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.origin === new URL(publicUrl).origin) return true;
  return from.host === host && LOOPBACK.includes(from.hostname);
}
