import type { Pool } from "pg";
import type { Grant, PersonActor } from "#domain/kernel/actor.ts";
import type { ApartPlace } from "#domain/kernel/apart.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { isLanguage } from "#domain/kernel/languages.ts";
import { APART_PLACES } from "../platform/apart-sql.ts";
import { nameOf } from "../platform/person-name.ts";

/** A session of the table with the person it belongs to. */
export type LoadedSession = { actor: PersonActor; expiresAt: Date; device: string };

type Row = {
  id: string;
  name: string;
  language: string;
  is_member: boolean;
  grants: Grant[];
  apart: ApartPlace[];
  expires_at: Date;
  device: string;
};

/** The person of a session: who they are, whether they are a member, what they hold today. */
export async function loadActor(
  pool: Pool,
  sessionHash: string,
  now: Date,
): Promise<LoadedSession | undefined> {
  const { rows } = await pool.query<Row>({
    name: "load-actor",
    text: ACTOR,
    values: [sessionHash, now],
  });
  const [row] = rows;
  if (!row) return undefined;
  return {
    actor: {
      kind: "person",
      personId: row.id as PersonId,
      sessionHash,
      name: row.name,
      language: isLanguage(row.language) ? row.language : "fr",
      isMember: row.is_member,
      grants: row.grants,
      apart: row.apart,
    },
    expiresAt: row.expires_at,
    device: row.device,
  };
}

// Membership is what the last event in effect says (rules 1.4): a resignation handed in and not
// yet effective leaves a member a member.
const ACTOR = `
  SELECT p.id, p.language, s.expires_at, s.device,
    ${nameOf("p")} AS name,
    coalesce((
      SELECT e.kind = 'admitted' FROM membership_event e
      WHERE e.person_id = p.id AND e.effective_on <= today.day
        AND e.kind NOT IN ('category_changed', 'shares_changed', 'refused')
      ORDER BY e.effective_on DESC, e.recorded_at DESC, e.id DESC LIMIT 1), false) AS is_member,
    coalesce((
      SELECT json_agg(json_build_object('role', g.role, 'body', g.body) ORDER BY g.role, g.body)
      FROM role_grant g
      WHERE g.person_id = p.id AND g.valid_from <= today.day
        AND (g.valid_to IS NULL OR g.valid_to >= today.day)), '[]') AS grants,
    ${APART_PLACES} AS apart
  FROM auth_session s
  JOIN person p ON p.id = s.person_id
  CROSS JOIN (SELECT ($2::timestamptz AT TIME ZONE 'Europe/Brussels')::date AS day) AS today
  WHERE s.id = $1`;
