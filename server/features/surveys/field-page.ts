import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { type AnswersOfDay, daysTogether } from "#domain/surveys/days.ts";
import type { FieldPage, Sending } from "#wire/survey-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { seenByCoordinator } from "./on-survey.ts";
import { campaignOf } from "./rows.ts";

/** How a survey goes: how many answered, how many were asked. Nothing of what they said. */
export async function fieldPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<FieldPage>> {
  const found = await seenByCoordinator(platform, actor, slug);
  if (!found.ok) return found;
  const { id, phase, closesAt, closedOn, campaignId, questionnaire, frame } = found.value;
  const { pool, clock } = platform;
  const [days, sendings, rest] = await Promise.all([
    pool.query<AnswersOfDay>(
      `SELECT ${isoDay("answered_on")} AS day, count(*)::int AS answers FROM survey_mark
       WHERE survey_id = $1 GROUP BY answered_on ORDER BY answered_on`,
      [id],
    ),
    pool.query<Sending>(
      `SELECT number, ${isoDay("sent_on")} AS "sentOn", asked, spared FROM survey_sending
       WHERE survey_id = $1 ORDER BY number`,
      [id],
    ),
    pool.query<{ counts: number | null; unsorted: number; became: Translated }>(
      `SELECT (SELECT (results #>> '{field,complete}')::int + (results #>> '{field,partial}')::int
          FROM survey_release WHERE survey_id = $1) AS counts,
         (SELECT count(*)::int FROM survey_text WHERE survey_id = $1
          AND demand_id IS NULL AND NOT set_aside) AS unsorted,
         (SELECT became FROM survey WHERE id = $1) AS became`,
      [id],
    ),
  ]);
  const { counts, unsorted, became } = rest.rows[0]!;
  const marks = days.rows.reduce((sum, { answers }) => sum + answers, 0);
  return ok({
    survey: {
      ...{ id, slug, titles: questionnaire.title, phase },
      ...(closesAt === undefined ? {} : { closesAt }),
      ...(closedOn === undefined ? {} : { closedOn }),
    },
    campaign: await campaignOf(pool, campaignId),
    size: frame?.size ?? 0,
    // Marks are deleted a year after the close (rules 5.4); what was counted stays.
    answered: counts ?? marks,
    counted: counts !== null,
    unsorted,
    became,
    days: daysTogether(days.rows),
    sendings: sendings.rows,
    today: dayInBrussels(clock.now()),
  });
}
