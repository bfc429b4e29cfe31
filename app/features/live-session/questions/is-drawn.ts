import type { QueueWhy } from "#domain/live-session/fair-slots.ts";

/** Whether a place in the queue comes from a public draw: nobody moves it by hand (rules §4.5). */
export function isDrawn(why: QueueWhy | undefined): boolean {
  return why !== undefined && why.rule !== "chair" && why.rule !== "moderator";
}
