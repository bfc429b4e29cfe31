import { z } from "zod";
import { instantOf } from "../domain/kernel/local-time.ts";
import { keptText } from "./text.ts";

/** An hour on the cooperative's clock, as a form's field has it: `2026-11-21T18:30`. */
export const hour = keptText.transform((local, context) => {
  const instant = instantOf(local);
  if (instant) return instant;
  context.addIssue("no such hour");
  return z.NEVER;
});
