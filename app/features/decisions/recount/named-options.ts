import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import type { TieRule } from "#domain/decisions/tie.ts";
import type { LabelledOption } from "#wire/decisions.ts";

/** The options of a bundle with what they say; where it has no labels they keep their ids. */
export function namedOptions({
  ballot,
  labels = {},
}: Pick<BoardDefinition, "ballot" | "labels">): LabelledOption[] {
  // Ids are anybody's words: one of them may be that of a member every object has.
  const known = new Map(Object.entries(labels));
  return ballot.options.map((id) => ({ id, label: known.get(id) ?? {} }));
}

/** What was drawn, where a lot settled ties. */
export function seedOf(tie: TieRule | undefined): string | undefined {
  return tie?.kind === "lot" ? tie.seed : undefined;
}
