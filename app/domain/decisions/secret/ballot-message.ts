import { type Bytes, concat, uint32, utf8 } from "./bytes.ts";

/**
 * What the holder of a credential signs: this sealed ballot, in this decision, and how often it was
 * changed before, so that nobody can put an older ballot in the place of a newer one.
 */
export function ballotMessage(decisionId: string, revision: number, sealed: Uint8Array): Bytes {
  return concat(utf8(`palabre/ballot/1/${decisionId}/`), uint32(revision), sealed);
}
