const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Invented members speak to this machine and to no other: anything else would be an attack. */
export function assertLoopback(url: string): void {
  const { hostname } = new URL(url);
  if (LOOPBACK.includes(hostname)) return;
  throw new Error(`A rehearsal speaks to this machine alone, not to ${hostname}`);
}
