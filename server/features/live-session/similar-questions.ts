import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { PUBLIC_STATES } from "#domain/live-session/question.ts";
import { mostSimilar } from "#domain/kernel/similarity.ts";
import type { LiveSessionResults } from "#wire/live-session.ts";
import type { Platform } from "../../platform/platform.ts";

type Similar = LiveSessionResults["question.similar"]["questions"][number];

/** As many as fit under the box in which one writes. */
const SHOWN = 3;
/** Newest questions compared: asked at every pause in somebody's typing, it must stay cheap. */
const COMPARED = 400;

/** Published questions in the same language that seem to say what is being written. */
export async function similarQuestions(
  platform: Platform,
  actor: Actor,
  { assemblyId, language, text }: { assemblyId: string; language: Language; text: string },
): Promise<Result<{ questions: Similar[] }>> {
  if (!can(actor, "question.write", assemblySubject(assemblyId))) return refuse("not-allowed");
  const { rows } = await platform.pool.query<Similar>({
    name: "similar-questions",
    text: `SELECT id, number, text, language FROM question
      WHERE assembly_id = $1 AND language = $2 AND number IS NOT NULL AND NOT silent AND state = ANY($3)
      ORDER BY number DESC LIMIT ${COMPARED}`,
    values: [assemblyId, language, PUBLIC_STATES],
  });
  return ok({ questions: mostSimilar(text, rows, { limit: SHOWN, language }) });
}
