import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/kernel/json.ts";

/** SHA-256 of what the canonical JSON of something says, hexadecimal. */
export function fingerprintOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
