import { SUPPORTABLE_STATES } from "#domain/live-session/question.ts";
import { personalOrder } from "#domain/live-session/personal-order.ts";
import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";

/** Stations of the agenda in their order. */
export function agendaInOrder(view: SessionView): AgendaItemView[] {
  return Object.values(view.agenda).sort((a, b) => a.position - b.position);
}

export function currentItem(view: SessionView): AgendaItemView | undefined {
  const { currentItemId } = view.assembly;
  return currentItemId ? view.agenda[currentItemId] : undefined;
}

/** The station after the current one, or the first where none is current yet. */
export function nextItem(view: SessionView): AgendaItemView | undefined {
  const current = currentItem(view);
  return agendaInOrder(view).find((item) => item.position > (current?.position ?? 0));
}

export function askedQuestion(view: SessionView): QuestionView | undefined {
  return view.askedQuestionId ? view.questions[view.askedQuestionId] : undefined;
}

/** The question into which this one was merged, if it was. */
export function mergedQuestion(
  view: SessionView,
  question: QuestionView,
): QuestionView | undefined {
  return question.mergedIntoId ? view.questions[question.mergedIntoId] : undefined;
}

export function queueInOrder(view: SessionView): QuestionView[] {
  return inState(view, "queued").sort((a, b) => (a.queuePlace ?? 0) - (b.queuePlace ?? 0));
}

/** Questions that everybody may read, newest first. */
export function publishedInOrder(view: SessionView): QuestionView[] {
  return Object.values(view.questions)
    .filter((question) => question.number !== undefined)
    .sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
}

/**
 * Ids of the questions that one person reads, in their order: while people choose, those to choose
 * from come first and by chance, another chance for everybody, so that none is on top for all
 * (rules §4.4).
 */
export function listInOrder(view: SessionView, seed: string): string[] {
  const { mode, stage } = view.questioning;
  const all = publishedInOrder(view);
  const choosing = mode === "continuous" || (mode === "two-phase" && stage === "burst");
  if (!choosing) return all.map(({ id }) => id);
  const open = all.filter(isSupportable);
  const rest = all.filter((question) => !isSupportable(question));
  return [...personalOrder(seed, open), ...rest].map(({ id }) => id);
}

/** What a moderator has not decided yet, oldest first; `held` after what was never looked at. */
export function waitingInOrder(view: SessionView): QuestionView[] {
  const byAge = (a: QuestionView, b: QuestionView) =>
    (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.id.localeCompare(b.id);
  return [...inState(view, "received").sort(byAge), ...inState(view, "held").sort(byAge)];
}

export function inState(view: SessionView, ...states: QuestionView["state"][]): QuestionView[] {
  return Object.values(view.questions).filter((question) => states.includes(question.state));
}

/** How many open questions a draw would choose from: everybody has seen them, nobody asked them. */
export function drawable(view: SessionView): number {
  return inState(view, "published").filter(({ kind, silent }) => kind === "open" && !silent).length;
}

export function decisionsInOrder(view: SessionView): DecisionCard[] {
  return Object.values(view.decisions).sort((a, b) => a.position - b.position);
}

/** Votes that are over, counted or not, the latest first; without those that were annulled. */
export function closedVotes(view: SessionView): DecisionCard[] {
  return decisionsInOrder(view)
    .filter(({ closedAt, annulledAt }) => closedAt !== undefined && annulledAt === undefined)
    .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
}

export function openVotes(view: SessionView): DecisionCard[] {
  return decisionsInOrder(view).filter((decision) => decision.phase === "open");
}

/** Whether a question can be given a voice now. */
export function isSupportable(question: QuestionView): boolean {
  return SUPPORTABLE_STATES.includes(question.state);
}

/** Published questions whose text resembles `words`, best first: a moderator looks for a twin. */
export function findQuestions(view: SessionView, words: string, except?: string): QuestionView[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const score = (question: QuestionView) => {
    if (wanted[0] === String(question.number)) return wanted.length + 1;
    const text = plain(question.text);
    return wanted.filter((word) => text.includes(word)).length;
  };
  return publishedInOrder(view)
    .filter((question) => question.id !== except && question.state !== "merged")
    .map((question) => ({ question, score: score(question) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.question);
}

/** Lower case, without accents: "Bénéfice" and "benefice" are the same word. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
