import { formatDate } from "#app/i18n/format.ts";
import type { MinutedQuestion } from "#domain/minutes/document.ts";
import type { Speaker } from "./draft-sections.ts";

/** A question and what became of it, in one paragraph of the minutes. */
export function questionInWords(
  question: MinutedQuestion,
  { say, language }: Pick<Speaker, "say" | "language">,
): string {
  const { number, author, text, kind } = question;
  const head = [
    say(kind === "statutory" ? "question.statutory" : "question.open"),
    ...(number === undefined ? [] : [say("question.number", { number })]),
    ...(author ? [say("question.by", { name: author })] : []),
  ].join(" ");
  return `${say("question.asked", { head, text })}\n${outcome(question, { say, language })}`;
}

function outcome(
  { state, answer, answerOwner, answerDueOn, refusalReason }: MinutedQuestion,
  { say, language }: Pick<Speaker, "say" | "language">,
): string {
  switch (state) {
    case "answered_oral":
      return say("question.oral", { answer: answer ?? "" });
    case "answered_written":
      return say("question.written", { answer: answer ?? "" });
    case "owed_written":
      return say(answerDueOn ? "question.owedBy" : "question.owed", {
        owner: answerOwner ?? "",
        day: answerDueOn ? formatDate(language, answerDueOn) : "",
      });
    case "refused":
      return say("question.refused", {
        reason: say(`question.reason.${refusalReason ?? "legal-harm"}`),
      });
    case "open":
      return say("question.unanswered");
  }
}
