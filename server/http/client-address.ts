import type { IncomingMessage } from "node:http";

/** Whether the proxy at this address is ours, as Express reads `trust proxy`; `hop` counts from us. */
export type Trust = (address: string, hop: number) => boolean;

/** Who sent a request: the nearest address that is none of our own proxies. */
export function clientAddress({ headers, socket }: IncomingMessage, trust: Trust): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
  const nearest = [socket.remoteAddress ?? "", ...forwarded.map((part) => part.trim()).reverse()];
  const addresses = nearest.filter((address) => address !== "");
  return addresses.find((address, hop) => !trust(address, hop)) ?? addresses.at(-1) ?? "";
}
