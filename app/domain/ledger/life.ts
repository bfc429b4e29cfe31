import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/** What may be entered: a group's recommendation, a demand of workers, what a lab handed over. */
export const ITEM_KINDS = ["recommendation", "demand", "hand-off"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Who owes an answer. */
export const ADDRESSEES = ["board", "assembly", "advocacy"] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Only those of `draft` are hidden; nothing leaves the ledger. */
export const ITEM_STATES = ["draft", "waiting", "answered", "merged", "withdrawn"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const OUTCOMES = ["accepted", "adapted", "refused", "referred"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How far what was asked for has come (S-17). */
export const PROGRESSES = [
  "untouched",
  "studied",
  "under-way",
  "partly-done",
  "done",
  "set-aside",
  "taken-up",
] as const;
export type Progress = (typeof PROGRESSES)[number];

/** What happens to an item; each is a line of its history. */
export const ITEM_EVENTS = [
  "entered",
  "revised",
  "answered",
  "contested",
  "progressed",
  "linked",
  "unlinked",
  "aimed",
  "merged",
  "withdrawn",
  "taken-up",
] as const;
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** Where an item stands. Days are ISO days of Brussels. */
export type Standing = {
  state: ItemState;
  addressee: Addressee;
  /** Of the last answer; empty before the first. */
  outcome: Outcome | "";
  progress: Progress;
  /** By when an answer is owed. */
  dueOn?: string;
  /** By when what was promised is to be done. */
  promisedOn?: string;
};

/** Months after which an answer is owed, and those at which who owes it is reminded. */
export const ANSWER_MONTHS = 6;
export const REMINDER_MONTHS = [1, 3, 6] as const;

/** Where an item begins: an answer is owed from this day on. */
export function entered(addressee: Addressee, today: string): Standing {
  const dueOn = addMonths(today, ANSWER_MONTHS);
  return { state: "waiting", addressee, outcome: "", progress: "untouched", dueOn };
}

export type Answer = {
  outcome: Outcome;
  /** To whom, where it is referred within the cooperative. */
  referTo?: Addressee | undefined;
  promisedOn?: string | undefined;
};

/**
 * After an answer. What is referred to somebody else of the cooperative waits again, for them: the
 * clock begins anew.
 */
export function answered(
  standing: Standing,
  { outcome, referTo, promisedOn }: Answer,
  today: string,
): Result<Standing> {
  if (standing.state !== "waiting") return refuse("ledger-not-waiting");
  if (referTo === standing.addressee) return refuse("bad-input");
  if (promisedOn !== undefined && promisedOn < today) return refuse("bad-input");
  if (outcome === "referred" && referTo) {
    return ok({ ...entered(referTo, today), outcome, progress: standing.progress });
  }
  const { addressee } = standing;
  const progress = outcome === "refused" ? "set-aside" : standing.progress;
  const promised = promisedOn === undefined ? {} : { promisedOn };
  return ok({ state: "answered", addressee, outcome, progress, ...promised });
}

/** After a contest: once, and of an answer alone. A second answer is owed. */
export function contested(
  standing: Standing,
  wasContested: boolean,
  today: string,
): Result<Standing> {
  if (wasContested) return refuse("ledger-contested-once");
  if (standing.state !== "answered") return refuse("wrong-phase");
  return ok({ ...standing, state: "waiting", dueOn: addMonths(today, ANSWER_MONTHS) });
}

/** After news of what is being done. */
export function progressed(standing: Standing, progress: Progress): Result<Standing> {
  if (standing.state !== "waiting" && standing.state !== "answered") return refuse("wrong-phase");
  return ok({ ...standing, progress });
}

/** No answer is owed any more: it goes on in another item, or its authors took it back. */
export function ended(standing: Standing, state: "merged" | "withdrawn"): Result<Standing> {
  if (standing.state === "merged" || standing.state === "withdrawn") return refuse("wrong-phase");
  const { addressee, outcome, progress } = standing;
  return ok({ state, addressee, outcome, progress });
}

/** Whether something that was owed by its day has not come: an answer, or what was promised. */
export function overdue(standing: Standing, today: string): "answer" | "promise" | undefined {
  const { state, dueOn, promisedOn, progress } = standing;
  if (state === "waiting" && dueOn !== undefined && dueOn < today) return "answer";
  const over = progress === "done" || progress === "set-aside";
  const late = state === "answered" && promisedOn !== undefined && promisedOn < today;
  return late && !over ? "promise" : undefined;
}

/**
 * The reminder that is due and has not left, if any: the latest alone, so that a machine that was
 * off does not send three at once. `since` and `today` are ISO days.
 */
export function dueReminder(
  { since, reminded }: { since: string; reminded: number },
  today: string,
): number | undefined {
  const latest = REMINDER_MONTHS.findLast((months) => addMonths(since, months) <= today);
  return latest !== undefined && latest > reminded ? latest : undefined;
}

/** So many months later; the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moved.toISOString().slice(0, 10);
}
