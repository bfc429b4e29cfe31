import type { ClientBase } from "pg";
import { insertRows } from "./batch.ts";
import { demoId } from "./ids.ts";
import { QUESTIONS } from "./live-session-questions.ts";
import { persona } from "./personas.ts";

const DAY_MS = 86_400_000;

/** The demo's id of the question of 2024 that begins with these words. */
function questionOf(words: string): string {
  const at = QUESTIONS.findIndex(({ text }) => text.startsWith(words));
  if (at < 0) throw new Error(`no question ${words}`);
  return demoId("question", at + 1);
}

/**
 * What came after the evening of 2024: an appeal that somebody else judged, and texts in other
 * languages, by a person who was read again and by a machine that was not.
 */
export async function seedAfterwards(client: ClientBase, evening: Date): Promise<void> {
  const later = (days: number) => new Date(evening.getTime() + days * DAY_MS);
  await insertRows(client, "question_appeal", APPEAL_COLUMNS, [
    {
      question_id: questionOf("Pourquoi mon contrat de mars"),
      words: "Mon cas n’est pas unique : d’autres attendent aussi leur paie de mars.",
      against: "refused",
      filed_at: later(1),
      judge_id: persona("scrutineer").personId,
      judged_at: later(3),
      outcome: "rejected",
      note: "La question cite un contrat précis. Le délai de paiement pour tou·tes est posé au point 1, et une réponse écrite est due.",
    },
  ]);
  const dutch = questionOf("Welk deel van het budget");
  const [translator, reader] = [persona("second-moderator"), persona("moderator")];
  await insertRows(client, "question_translation", TRANSLATION_COLUMNS, [
    {
      question_id: dutch,
      part: "text",
      language: "fr",
      words: "Quelle part du budget de formation va à des formations en néerlandais ?",
      made_by: "person",
      translator_id: translator.personId,
      reviewer_id: reader.personId,
      at: later(2),
    },
    {
      question_id: dutch,
      part: "answer",
      language: "fr",
      words:
        "Une formation sur dix a été donnée en néerlandais. Le conseil a demandé aux bureaux de Gand et d’Anvers de proposer eux-mêmes un programme pour l’automne.",
      made_by: "machine",
      translator_id: translator.personId,
      reviewer_id: null,
      at: later(22),
    },
  ]);
}

const APPEAL_COLUMNS = {
  question_id: "uuid",
  words: "text",
  against: "text",
  filed_at: "timestamptz",
  judge_id: "uuid",
  judged_at: "timestamptz",
  outcome: "text",
  note: "text",
};

const TRANSLATION_COLUMNS = {
  question_id: "uuid",
  part: "text",
  language: "text",
  words: "text",
  made_by: "text",
  translator_id: "uuid",
  reviewer_id: "uuid",
  at: "timestamptz",
};
