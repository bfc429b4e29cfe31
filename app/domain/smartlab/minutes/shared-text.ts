import * as Y from "yjs";
import type { Edit } from "../../kernel/text-diff.ts";

/**
 * A text that several people write at once, as a log of updates. Each update is idempotent, and
 * they may be read in any order and any number of times: the text is the same (Yjs, YATA). Nothing
 * here knows who wrote what; the log does.
 */
export type Update = Uint8Array;

const FIELD = "text";

/** The text that is typed into, in a browser or on the server. */
export function textOfDocument(document: Y.Doc): Y.Text {
  return document.getText(FIELD);
}

/** A document with these updates in it; those that lack an earlier one wait for it. */
export function documentOf(updates: readonly Update[]): Y.Doc {
  const document = new Y.Doc();
  let before = -1;
  // Yjs looks at what waits when something comes: what comes last may be what another waited for.
  while (before < 0 || (document.store.pendingStructs && known(document) > before)) {
    before = known(document);
    document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
  }
  return document;
}

/** How much of everybody's writing a document holds. */
function known(document: Y.Doc): number {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(document)).values();
  return [...clocks].reduce((sum, clock) => sum + clock, 0);
}

/** The text that these updates make. */
export function textOf(updates: readonly Update[]): string {
  return reading(documentOf(updates));
}

/** What a document says, and nothing of what is not text. */
export function reading(document: Y.Doc): string {
  return textOfDocument(document).toJSON();
}

/** One update that says what all of these say, what waits for an earlier one included. */
export function compacted(updates: readonly Update[]): Update {
  return Y.encodeStateAsUpdate(documentOf(updates));
}

/** Several updates as one, without looking at their text: what a browser has still to send. */
export function merged(updates: readonly Update[]): Update {
  return Y.mergeUpdates([...updates]);
}

/** The update that makes these edits (in order, places in what `updates` say). */
export function edited(updates: readonly Update[], edits: readonly Edit[]): Update | undefined {
  const document = documentOf(updates);
  const before = Y.encodeStateVector(document);
  if (edits.length === 0) return undefined;
  editDocument(document, edits);
  return Y.encodeStateAsUpdate(document, before);
}

/** Makes edits in a document, last first so that their places hold. */
export function editDocument(document: Y.Doc, edits: readonly Edit[], origin?: unknown): void {
  const text = textOfDocument(document);
  document.transact(() => {
    for (const { at, remove, insert } of [...edits].reverse()) {
      if (remove > 0) text.delete(at, remove);
      if (insert !== "") text.insert(at, insert);
    }
  }, origin);
}

/** Whether these bytes are an update at all: what is not is never kept. */
export function isUpdate(bytes: Update): boolean {
  try {
    Y.decodeUpdate(bytes);
    Y.applyUpdate(new Y.Doc(), bytes);
    return true;
  } catch {
    return false;
  }
}
