import { data } from "@remix-run/node";
import type { Refusal } from "#domain/kernel/result.ts";
import type { DesignerAnswer } from "./designer-answer.ts";
import type { DraftPart } from "./read-part.server.ts";

/** The page again, with why, and with what was typed. */
export function refused(refusal: Refusal, typed?: DraftPart) {
  const answer = { refusal, ...(typed ? { typed } : {}) } as DesignerAnswer;
  return data(answer, { status: refusal.code === "not-allowed" ? 403 : 422 });
}
