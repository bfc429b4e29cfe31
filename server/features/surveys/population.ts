import type { Frame } from "#domain/surveys/frame.ts";
import { type Margin, MARGINS } from "#domain/surveys/questionnaire.ts";
import type { KnownMargin } from "#domain/surveys/weighting.ts";
import { seniorityBand } from "../membership/members-sql.ts";
import { ELECTORATE, type Whom, WITH_MEMBERS, whomValues } from "./electorate-sql.ts";
import type { Client } from "./standing.ts";

/** How many would be asked on a day. */
export async function countElectorate(client: Client, day: string, whom: Whom): Promise<number> {
  const { rows } = await client.query<{ people: number }>(
    `${WITH_MEMBERS} SELECT count(*)::int AS people FROM (${ELECTORATE}) e`,
    whomValues(day, whom),
  );
  return rows[0]!.people;
}

/** Writes down who is asked, all of them or `draw` of them by lot, and how they are made up. */
export async function freezePopulation(
  client: Client,
  surveyId: string,
  { day, whom, draw }: { day: string; whom: Whom; draw: number | undefined },
): Promise<Frame> {
  const { rows } = await client.query<{ size: number; of: number }>(
    `${WITH_MEMBERS}, e AS MATERIALIZED (${ELECTORATE}), asked AS (
       INSERT INTO survey_population (survey_id, person_id)
       SELECT $6, person_id FROM (
         SELECT person_id FROM e ORDER BY gen_random_uuid() LIMIT $7) drawn
       ORDER BY person_id RETURNING 1)
     SELECT (SELECT count(*)::int FROM asked) AS size, (SELECT count(*)::int FROM e) AS of`,
    [...whomValues(day, whom), surveyId, draw ?? null],
  );
  const { size, of } = rows[0]!;
  return { size, of, drawn: size < of, margins: await marginsOf(client, surveyId, day) };
}

/** Who of those who were asked had left before they were, as the register knows by now. */
export async function countIneligible(
  client: Client,
  surveyId: string,
  day: string,
  whom: Whom,
): Promise<number> {
  const { rows } = await client.query<{ people: number }>(
    `${WITH_MEMBERS}, e AS MATERIALIZED (${ELECTORATE})
     SELECT count(*)::int AS people FROM survey_population p
     WHERE p.survey_id = $6 AND NOT EXISTS (SELECT FROM e WHERE e.person_id = p.person_id)`,
    [...whomValues(day, whom), surveyId],
  );
  return rows[0]!.people;
}

async function marginsOf(client: Client, surveyId: string, day: string): Promise<KnownMargin[]> {
  const { rows } = await client.query<{ margin: Margin; group: string; people: number }>(
    `WITH asked AS (
       SELECT p.office_id AS office, p.language, first.since
       FROM survey_population s JOIN person p ON p.id = s.person_id
       LEFT JOIN (SELECT person_id, min(effective_on) AS since FROM membership_event
         WHERE kind = 'admitted' GROUP BY person_id) AS first ON first.person_id = p.id
       WHERE s.survey_id = $1
     ), told AS (
       SELECT office, language, ${seniorityBand("coalesce(since, $2::date)", "$2::date")} AS seniority
       FROM asked)
     SELECT 'office' AS margin, office AS "group", count(*)::int AS people FROM told
     WHERE office IS NOT NULL GROUP BY office
     UNION ALL SELECT 'language', language, count(*)::int FROM told GROUP BY language
     UNION ALL SELECT 'seniority', seniority, count(*)::int FROM told GROUP BY seniority`,
    [surveyId, day],
  );
  return MARGINS.map((margin) => ({
    margin,
    groups: Object.fromEntries(
      rows.filter((row) => row.margin === margin).map(({ group, people }) => [group, people]),
    ),
  }));
}
