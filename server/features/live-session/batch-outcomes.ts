import type { RefusalCode } from "#domain/kernel/result.ts";

/** What became of one item of a batch; `assemblyId` where what it is about exists. */
export type BatchOutcome = { refused: RefusalCode | null; assemblyId: string | null };

type Sent = { commandId: string; personId: string };

/** Writes each command id once and answers every item, in their order. */
export async function outcomesInOrder<Item extends Sent>(
  items: readonly Item[],
  write: (unique: Item[]) => Promise<Map<string, BatchOutcome>>,
): Promise<BatchOutcome[]> {
  const unique = new Map(items.map((item) => [item.commandId, item]));
  const outcomes = await write([...unique.values()]);
  return items.map(
    ({ commandId, personId }) =>
      // Two people under one command id: one of them did not make it up honestly.
      (unique.get(commandId)?.personId === personId && outcomes.get(commandId)) || BAD_INPUT,
  );
}

const BAD_INPUT: BatchOutcome = { refused: "bad-input", assemblyId: null };
