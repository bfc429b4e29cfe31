import type { Electorate } from "#domain/surveys/campaign.ts";
import type { Frame } from "#domain/surveys/frame.ts";
import { type Margin, MARGINS } from "#domain/surveys/questionnaire.ts";
import type { KnownMargin } from "#domain/surveys/weighting.ts";
import { MEMBERS_ON_A_DAY, seniorityBand } from "../membership/members-sql.ts";
import type { Client } from "./standing.ts";

/** SQL: whom a campaign asks: $2 the day, $3 its id, $4 "members" or "workers", $5 offices. */
export const ELECTORATE = `
  SELECT p.id AS person_id FROM person p
  WHERE p.kind = 'natural'
    AND (EXISTS (SELECT FROM member m WHERE m.person_id = p.id)
      OR ($4 = 'workers' AND EXISTS (SELECT FROM affiliation f
        WHERE f.person_id = p.id AND f.kind = 'unit_holder'
          AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR f.valid_to >= $2::date))))
    AND (cardinality($5::text[]) = 0 OR p.office_id = ANY($5))
    -- The support team has a survey of its own by law, and who observes does not answer.
    AND NOT EXISTS (SELECT FROM affiliation f WHERE f.person_id = p.id AND f.kind = 'support_staff'
      AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR f.valid_to >= $2::date))
    AND NOT EXISTS (SELECT FROM campaign_person o
      WHERE o.campaign_id = $3 AND o.person_id = p.id AND o.part = 'observer')`;

/** SQL: what `ELECTORATE` is asked of; $1 is nothing. */
export const WITH_MEMBERS = `WITH member AS MATERIALIZED (${MEMBERS_ON_A_DAY})`;

export type Whom = { campaignId: string; electorate: Electorate; offices: string[] };

/** What both are asked with: $1 to $5. */
export const whomValues = (day: string, { campaignId, electorate, offices }: Whom) => [
  null,
  day,
  campaignId,
  electorate,
  offices,
];

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
       SELECT p.office_id AS office, p.language,
         (SELECT min(e.effective_on) FROM membership_event e
          WHERE e.person_id = p.id AND e.kind = 'admitted') AS since
       FROM survey_population s JOIN person p ON p.id = s.person_id WHERE s.survey_id = $1
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
