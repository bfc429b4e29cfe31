import type { Grant, Role } from "../kernel/actor.ts";
import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { QuestionState } from "./question.ts";

/** Longest plea, and longest reason of whoever judges it, in characters. */
export const APPEAL_MAX = 600;

/** What an asker may appeal against. */
export const APPEALABLE = ["refused", "merged"] as const satisfies readonly QuestionState[];
export type Appealable = (typeof APPEALABLE)[number];

export function isAppealable(state: QuestionState): state is Appealable {
  return APPEALABLE.some((one) => one === state);
}

export type AppealOutcome = "upheld" | "rejected";

/** Questions are put to those who run the cooperative: none of them judges what is put to them. */
const ADDRESSEES: readonly Role[] = ["director", "support_staff"];

/**
 * Whether somebody may judge an appeal: neither a moderator who had a hand in this question, nor one
 * of those it is put to, nor the asker (rules §4.2). `hands`: everybody in the question's journal.
 */
export function judgeAppeal(
  judge: { personId: string; grants: readonly Grant[] },
  question: { authorId?: string | undefined; hands: readonly string[] },
): Result<null> {
  const { personId, grants } = judge;
  const partial =
    personId === question.authorId ||
    question.hands.includes(personId) ||
    grants.some(({ role }) => ADDRESSEES.includes(role));
  return partial ? refuse("not-impartial") : ok(null);
}
