import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { findQuestion } from "../repository.ts";

type Part = { questionId: string; part: "text" | "answer"; language: Language };

/** Enters a text in another language, by a person or by a machine (rules §4.7); not reviewed yet. */
export async function translateQuestion(
  platform: Platform,
  actor: Actor,
  { questionId, part, language, words, machine }: Part & { words: string; machine: boolean },
): Promise<Result<null>> {
  return changeTexts(platform, actor, questionId, async (client, personId) => {
    const { rowCount } = await client.query(
      `INSERT INTO question_translation (question_id, part, language, words, made_by,
         translator_id, at)
       SELECT id, $2, $3, $4, $5, $6, $7 FROM question
       WHERE id = $1 AND ($2 = 'answer' OR language <> $3) AND ($2 = 'text' OR answer <> '')
       ON CONFLICT (question_id, part, language) DO UPDATE SET words = excluded.words,
         made_by = excluded.made_by, translator_id = excluded.translator_id,
         reviewer_id = NULL, at = excluded.at`,
      [
        questionId,
        part,
        language,
        words,
        machine ? "machine" : "person",
        personId,
        platform.clock.now(),
      ],
    );
    return rowCount === 1 ? ok(null) : refuse("bad-input");
  });
}

/** Another person than the translator has read it beside the original. */
export async function reviewTranslation(
  platform: Platform,
  actor: Actor,
  { questionId, part, language }: Part,
): Promise<Result<null>> {
  return changeTexts(platform, actor, questionId, async (client, personId) => {
    const { rowCount } = await client.query(
      `UPDATE question_translation SET reviewer_id = $4
       WHERE question_id = $1 AND part = $2 AND language = $3
         AND (translator_id <> $4 OR made_by = 'machine')`,
      [questionId, part, language, personId],
    );
    return rowCount === 1 ? ok(null) : refuse("second-person-required");
  });
}

async function changeTexts(
  platform: Platform,
  actor: Actor,
  questionId: string,
  write: (
    client: Parameters<Parameters<typeof changeSession>[3]>[0],
    personId: string,
  ) => Promise<Result<null>>,
): Promise<Result<null>> {
  const question = await findQuestion(platform.pool, questionId);
  if (!question) return refuse("not-found");
  const { assemblyId, authorId } = question;
  const change = { action: "question.translate", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    const written = await write(client, personId);
    return written.ok ? ok({ value: null, persons: authorId ? [authorId] : [] }) : written;
  });
}
