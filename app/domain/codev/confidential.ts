import type { TextKind } from "./words.ts";

/** What somebody is to one session of a group. Organisers are nothing to it. */
export type Part = "client" | "consultant" | "facilitator";

/** `author`: whoever wrote it and nobody else. */
type Readers = "author" | "pair" | "group" | "pair-and-author";

const READERS: Record<TextKind, Readers> = {
  // Shown when the subject of the day is chosen.
  subject: "group",
  // Stands on every screen until the end.
  contract: "group",
  // The client's plan belongs to the client (rules 2.4).
  plan: "author",
  notepad: "author",
  tags: "group",
  parking: "group",
  "pair-notes": "pair",
  debrief: "pair",
  // Of an evaluation, and only where its author ticked it.
  comment: "pair-and-author",
};

/** Whether a person with this part in the session may read a text of this kind. */
export function mayReadText(kind: TextKind, part: Part | undefined, isAuthor: boolean): boolean {
  if (part === undefined) return false;
  const readers = READERS[kind];
  if (readers === "group") return true;
  if (readers === "pair") return part === "facilitator";
  return isAuthor || (readers === "pair-and-author" && part === "facilitator");
}
