import { encodeBallot } from "#domain/decisions/ballot.ts";
import { INVALID } from "#domain/decisions/secret/opened.ts";
import { readBallot } from "../ballot-forms/read.ts";

/** The fields of a slip that say nothing about what is ticked on it. */
const ENVELOPE = ["intent", "decisionId", "slip"];

/** A form in which one slip was read, as the act "paper.enter" carries it. */
export function slipForm(form: FormData): FormData {
  const entered = new FormData();
  for (const name of ENVELOPE) entered.set(name, form.get(name) ?? "");
  entered.set("content", contentOf(form));
  return entered;
}

function contentOf(form: FormData): string {
  const reading = form.get("reading");
  if (reading === "invalid") return INVALID;
  if (reading === "blank") return encodeBallot({ kind: "blank" });
  const content = readBallot(form);
  // A blank slip is entered by its own button: nothing filled in is more likely a slip of the hand.
  return content && content.kind !== "blank" ? encodeBallot(content) : "";
}
