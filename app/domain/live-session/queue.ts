/** A question in the queue and its place from 1. */
export type QueueEntry = { id: string; place: number };

/** The order in which the queue is asked: today the places a moderator gave. Fair orders come here. */
export function queueOrder<E extends QueueEntry>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** The two entries that change places when one moves; undefined at either end of the queue. */
export function swapInQueue<E extends QueueEntry>(
  entries: readonly E[],
  id: string,
  direction: "up" | "down",
): [moved: E, other: E] | undefined {
  const order = queueOrder(entries);
  const at = order.findIndex((entry) => entry.id === id);
  const moved = order[at];
  const other = order[at + (direction === "up" ? -1 : 1)];
  return moved && other ? [moved, other] : undefined;
}
