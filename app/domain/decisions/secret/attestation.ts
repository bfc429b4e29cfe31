import { type Bytes, concat, utf8 } from "./bytes.ts";

/**
 * What a scrutineer signs after the opening: the board (its head), the opened ballots and the
 * report, by the SHA-256 of each.
 */
export function attestationMessage(
  head: Uint8Array,
  openedHash: Uint8Array,
  reportHash: Uint8Array,
): Bytes {
  return concat(utf8("palabre/attestation/1/"), head, openedHash, reportHash);
}
