/**
 * The parts that a recommendation may have beside its paragraph (S-15), in the order in which they
 * are read. A `list` has one entry a line.
 */
export const SECTIONS = [
  { name: "context", list: false },
  { name: "argument", list: false },
  { name: "actions", list: true },
  { name: "examples", list: true },
  { name: "advantages", list: true },
  { name: "constraints", list: true },
  { name: "attention", list: true },
  { name: "alreadyDone", list: false },
  // Who in the group saw it otherwise, and why: never dropped.
  { name: "minority", list: true },
  { name: "sources", list: true },
] as const;
export type SectionName = (typeof SECTIONS)[number]["name"];

/** What is written of each part; one that is not written is not there. */
export type Sections = Partial<Record<SectionName, string>>;

/** The entries of a list, without their marks. */
export function entriesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-–•*]\s*/, "").trim())
    .filter((line) => line !== "");
}
