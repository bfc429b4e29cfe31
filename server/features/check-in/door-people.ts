import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";

const ROLL = `SELECT person_id FROM roll_entry WHERE assembly_id = $1 AND $2::date IS NOT NULL`;

/**
 * Who is expected at assembly $1 of day $2: every natural person on its roll (or, before that is
 * taken, in the register), and who represents a legal person on it.
 */
export function doorPeople(rollTaken: boolean): string {
  return `
  WITH member AS (SELECT person_id FROM (${rollTaken ? ROLL : MEMBERS_ON_A_DAY}) AS m),
  stands_for AS (
    SELECT r.representative_id AS person_id, count(*)::int AS represents
    FROM representation r JOIN member ON member.person_id = r.legal_person_id
    WHERE r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
    GROUP BY r.representative_id
  ),
  expected AS (
    SELECT p.id AS person_id, coalesce(stands_for.represents, 0) AS represents
    FROM person p
    LEFT JOIN member ON member.person_id = p.id
    LEFT JOIN stands_for ON stands_for.person_id = p.id
    WHERE p.kind = 'natural' AND (member.person_id IS NOT NULL OR stands_for.person_id IS NOT NULL)
  )`;
}
