import type { Electorate } from "#domain/surveys/campaign.ts";
import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";

/** SQL: whom a campaign asks: $2 the day, $3 its id, $4 "members" or "workers", $5 offices. */
export const ELECTORATE = `
  SELECT p.id AS person_id FROM person p
  WHERE p.kind = 'natural'
    AND p.id IN (SELECT person_id FROM member
      UNION SELECT f.person_id FROM affiliation f WHERE $4 = 'workers' AND f.kind = 'unit_holder'
        AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR f.valid_to >= $2::date))
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
