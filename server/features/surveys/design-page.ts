import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { flawsOf } from "#domain/surveys/questionnaire.ts";
import type { DesignPage } from "#wire/survey-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { publishedElectorate } from "./launch.ts";
import { seenByCoordinator } from "./on-survey.ts";
import { countElectorate } from "./population.ts";
import { campaignOf, versionOf } from "./rows.ts";
import { translationsOf } from "./translations.ts";

/** What is asked, in which words, and what is missing before it can be launched. */
export async function designPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<DesignPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const found = await seenByCoordinator(platform, actor, slug);
  if (!found.ok) return found;
  const survey = found.value;
  const { pool, clock } = platform;
  const { id, phase, revision, version, sensitive, closesAt, questionnaire } = survey;
  const today = dayInBrussels(clock.now());
  const whom = phase === "draft" ? await publishedElectorate(pool, survey.campaignId) : undefined;
  const running = await versionOf(pool, id, version);
  const { rows: versions } = await pool.query<DesignPage["versions"][number]>(
    `SELECT version, ${isoDay("from_on")} AS "fromOn", reason, languages FROM survey_version
     WHERE survey_id = $1 ORDER BY version`,
    [id],
  );
  return ok({
    survey: {
      ...{ id, slug, phase, revision, version, sensitive },
      ...(closesAt === undefined ? {} : { closesAt }),
    },
    campaign: await campaignOf(pool, survey.campaignId),
    sourceLanguage: survey.sourceLanguage,
    questionnaire,
    translations: await translationsOf(pool, survey, actor.personId),
    flaws: flawsOf(questionnaire, survey.sourceLanguage, []),
    ...(whom ? { wouldAsk: await countElectorate(pool, today, whom) } : {}),
    versions,
    changed:
      running !== undefined &&
      canonicalJson(running.questionnaire) !== canonicalJson(questionnaire),
    today,
  });
}
