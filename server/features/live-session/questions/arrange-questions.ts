import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QuestionMode } from "#domain/live-session/rounds.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { latestRound, showPublished } from "./round-repository.ts";

type Arrangement = {
  assemblyId: string;
  mode: QuestionMode;
  owner: string;
  address: string;
  language: Language;
};

/**
 * How questions are chosen, and which function answers in writing what nobody else was given. The
 * way of choosing does not change while people choose.
 */
export async function arrangeQuestions(
  platform: Platform,
  actor: Actor,
  { assemblyId, mode, owner, address, language }: Arrangement,
): Promise<Result<null>> {
  const change = { action: "questions.arrange", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    const changes = assembly.mode !== mode;
    const { stage } = await latestRound(client, assemblyId);
    if (changes && assembly.mode === "two-phase" && stage === "burst") return refuse("wrong-phase");
    await client.query(
      `UPDATE assembly SET question_mode = $2, answers_owner = $3, answers_address = $4,
         answers_language = $5
       WHERE id = $1`,
      [assemblyId, mode, owner, address, language],
    );
    // Nothing waits for a burst that will not come.
    if (changes && mode !== "two-phase") await showPublished(client, assemblyId);
    return ok({ value: null });
  });
}
