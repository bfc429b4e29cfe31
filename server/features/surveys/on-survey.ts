import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { findSurvey, type SurveyRow } from "./rows.ts";
import { asCoordinator, type Client } from "./standing.ts";

/** Work of who coordinates a survey's campaign on that survey, which is locked meanwhile. */
export function onSurvey<T>(
  platform: Platform,
  actor: Actor,
  slug: string,
  work: (client: PoolClient, survey: SurveyRow, by: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const survey = await findSurvey(client, { slug }, "FOR UPDATE");
    if (!survey) return refuse("not-found");
    const by = await asCoordinator(platform, client, actor, survey.campaignId);
    return by.ok ? work(client, survey, by.value) : by;
  });
}

/** The survey, where the actor coordinates its campaign: for pages. */
export async function seenByCoordinator(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<SurveyRow>> {
  const survey = await findSurvey(platform.pool, { slug });
  if (!survey) return refuse("not-found");
  const by = await asCoordinator(platform, platform.pool, actor, survey.campaignId);
  return by.ok ? { ok: true, value: survey } : by;
}

/** What was done, for the journal of those in office; never what somebody answered. */
export function noteOn(
  client: Client,
  act: { actorId: string | null; action: string; surveyId: string; reason?: string; at: Date },
): Promise<void> {
  const { surveyId, ...entry } = act;
  return journal(client, { ...entry, subject: `survey:${surveyId}` });
}
