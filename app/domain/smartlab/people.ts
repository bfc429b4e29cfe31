import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import { isAtWork, type LabState } from "./life.ts";

/** How somebody stands to a lab; "not-now": was told that it opened and lets this one go by. */
export const STANDINGS = ["interested", "waiting", "joined", "left", "not-now"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What somebody is in a lab. The co-facilitator comes from the support team and takes no place. */
export const LAB_ROLES = ["initiator", "co-facilitator", "member"] as const;
export type LabRole = (typeof LAB_ROLES)[number];

/** Whether a role leads: plans meetings, marks who was there, closes. */
export function leads(role: LabRole | undefined): boolean {
  return role === "initiator" || role === "co-facilitator";
}

/**
 * How somebody who asks to be part of it stands from now on: interested while it gathers, with a
 * place or waiting for one once it is open. Who waits is never overtaken.
 */
export function standingFor(
  lab: { state: LabState; capacity?: number },
  { joined, waiting }: { joined: number; waiting: number },
): Result<"interested" | "waiting" | "joined"> {
  if (lab.state === "interest" || lab.state === "ready") return ok("interested");
  if (!isAtWork(lab.state)) return refuse("lab-not-open");
  const full = lab.capacity !== undefined && joined + waiting >= lab.capacity;
  return ok(full ? "waiting" : "joined");
}

/** How many of those who wait have a place now. */
export function freed(
  lab: { state: LabState; capacity?: number },
  { joined, waiting }: { joined: number; waiting: number },
): number {
  if (!isAtWork(lab.state)) return 0;
  if (lab.capacity === undefined) return waiting;
  return Math.max(0, Math.min(waiting, lab.capacity - joined));
}
