import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { MethodName } from "./registry.ts";

/**
 * The order in which one person's ballot shows the options: by SHA-256 of `decision|person|option`,
 * so that no option gains from standing first, and a reload changes nothing (rules §1.6). For and
 * against stand where everybody expects them.
 */
export function optionOrder(
  decision: { id: string; method: MethodName },
  personId: string | undefined,
  options: readonly string[],
): string[] {
  if (decision.method === "resolution" || personId === undefined) return [...options];
  const keyOf = (option: string) =>
    bytesToHex(sha256(utf8ToBytes(`${decision.id}|${personId}|${option}`)));
  return options
    .map((option) => ({ option, key: keyOf(option) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ option }) => option);
}
