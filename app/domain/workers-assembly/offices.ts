import type { Role } from "../kernel/actor.ts";

/**
 * What workers can be named to in their own assembly (rules 5.7): nobody else holds anything there.
 * The facilitators lead the debates and report on them; the desk gives out and enters paper.
 */
export const WORKERS_OFFICES = [
  "chair",
  "secretary",
  "moderator",
  "facilitator",
  "scrutineer",
  "desk",
] as const satisfies readonly Role[];
export type WorkersOffice = (typeof WORKERS_OFFICES)[number];

/** How many proposals can be debated on one day, at most. */
export const SEATS_MOST = 50;
