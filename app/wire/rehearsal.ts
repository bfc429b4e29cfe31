import { z } from "zod";
import { REHEARSAL_MEMBERS, type RehearsalReport } from "../domain/live-session/rehearsal.ts";

const { least, mostFromPage } = REHEARSAL_MEMBERS;

/** The form by which an organiser asks for a rehearsal. */
export const RehearsalForm = z.object({
  members: z.coerce.number().int().min(least).max(mostFromPage),
});

/** A rehearsal as its page shows it. */
export type RehearsalView = {
  id: string;
  members: number;
  state: "waiting" | "running" | "done" | "failed";
  /** Hundredths. */
  progress: number;
  /** ms since epoch. */
  askedAt: number;
  report?: RehearsalReport;
};
