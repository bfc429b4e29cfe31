import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SORTING_FORMS } from "#wire/surveys.ts";
import type { Platform } from "../../platform/platform.ts";
import { onSurvey } from "./on-survey.ts";
import { campaignOf, type SurveyRow } from "./rows.ts";
import type { Client } from "./standing.ts";

type Form<I extends keyof typeof SORTING_FORMS> = z.infer<(typeof SORTING_FORMS)[I]> & {
  slug: string;
};

/** Makes a demand of what people wrote; of one answer at hand, that one says so at once. */
export function addDemand(
  platform: Platform,
  actor: Actor,
  { slug, theme, language, text, textId }: Form<"add-demand">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, async (client, survey) => {
    if (!(await isTheme(client, survey, theme))) return refuse("bad-input");
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO survey_demand (survey_id, theme, language, text) VALUES ($1, $2, $3, $4)
       RETURNING id`,
      [survey.id, theme, language, text],
    );
    return textId ? place(client, survey.id, { textId, demandId: rows[0]!.id }) : ok(null);
  });
}

export function changeDemand(
  platform: Platform,
  actor: Actor,
  { slug, demandId, theme, text }: Form<"change-demand">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, async (client, survey) => {
    if (!(await isTheme(client, survey, theme))) return refuse("bad-input");
    const { rowCount } = await client.query(
      "UPDATE survey_demand SET theme = $3, text = $4 WHERE id = $2 AND survey_id = $1",
      [survey.id, demandId, theme, text],
    );
    return rowCount === 0 ? refuse("not-found") : ok(null);
  });
}

/** A demand that was none: its answers wait again. */
export function dropDemand(
  platform: Platform,
  actor: Actor,
  { slug, demandId }: Form<"drop-demand">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, async (client, { id }) => {
    const { rowCount } = await client.query(
      "DELETE FROM survey_demand WHERE id = $2 AND survey_id = $1 AND past_answers = 0",
      [id, demandId],
    );
    return rowCount === 0 ? refuse("not-found") : ok(null);
  });
}

export function sortText(
  platform: Platform,
  actor: Actor,
  { slug, textId, demandId }: Form<"sort">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, (client, { id }) =>
    place(client, id, { textId, demandId }),
  );
}

/** Read, and there is no demand in it. */
export function setTextAside(
  platform: Platform,
  actor: Actor,
  { slug, textId }: Form<"set-aside">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, (client, { id }) =>
    place(client, id, { textId, aside: true }),
  );
}

/** It waits again. */
export function takeTextBack(
  platform: Platform,
  actor: Actor,
  { slug, textId }: Form<"take-back">,
): Promise<Result<null>> {
  return sorting(platform, actor, slug, (client, { id }) => place(client, id, { textId }));
}

async function place(
  client: Client,
  surveyId: string,
  { textId, demandId, aside = false }: { textId: string; demandId?: string; aside?: boolean },
): Promise<Result<null>> {
  const { rowCount } = await client.query(
    `UPDATE survey_text SET demand_id = $3, set_aside = $4 WHERE id = $2 AND survey_id = $1
       AND ($3::uuid IS NULL OR EXISTS (
         SELECT FROM survey_demand d WHERE d.id = $3 AND d.survey_id = $1))`,
    [surveyId, textId, demandId ?? null, aside],
  );
  return rowCount === 0 ? refuse("not-found") : ok(null);
}

/** Words are read after the close alone: while answers come in, an order could tell whose they are. */
function sorting(
  platform: Platform,
  actor: Actor,
  slug: string,
  work: (client: Client, survey: SurveyRow) => Promise<Result<null>>,
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, (client, survey) =>
    survey.phase === "draft" || survey.phase === "open"
      ? Promise.resolve(refuse("survey-still-open"))
      : work(client, survey),
  );
}

async function isTheme(client: Client, { campaignId }: SurveyRow, theme: string): Promise<boolean> {
  const { themes } = await campaignOf(client, campaignId);
  return themes.some(({ id }) => id === theme);
}
