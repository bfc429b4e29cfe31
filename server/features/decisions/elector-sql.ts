import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Electorate } from "#domain/decisions/electorate.ts";

/** Where the parameters of the fragments below stand in a statement. */
type Places = {
  assembly: string;
  day: string;
  categories: string;
  offices: string;
  now: string;
};

/**
 * Who may vote for whom, asked inside the transaction that takes the vote. `i` is the row of
 * input, with `actor`, `session` (hash) and `elector`; `joins` go after it.
 */
export function electorSql(at: Places): { columns: string; joins: string } {
  return {
    columns: `
      session.id IS NOT NULL AS session_lives,
      i.elector = i.actor OR EXISTS (
        SELECT 1 FROM representation r
        WHERE r.legal_person_id = i.elector AND r.representative_id = i.actor
          AND r.valid_from <= ${at.day}::date AND (r.valid_to IS NULL OR r.valid_to >= ${at.day}::date)
      ) AS acts_for,
      roll.person_id IS NOT NULL
        AND (${at.categories}::text[] IS NULL OR roll.category_id = ANY(${at.categories}))
        AND (${at.offices}::text[] IS NULL OR roll.office_id = ANY(${at.offices})) AS entitled`,
    joins: `
      LEFT JOIN auth_session session
        ON session.id = i.session AND session.person_id = i.actor AND session.expires_at > ${at.now}
      LEFT JOIN roll_entry roll ON roll.assembly_id = ${at.assembly} AND roll.person_id = i.elector`,
  };
}

/** Somebody who wants to vote for an elector, with the session in which they ask. */
export type Claim = { actorId: string; sessionHash: string; electorId: string };

/** What the fragments answer for one row of input. */
export type Standing = { session_lives: boolean; acts_for: boolean; entitled: boolean };

const CLAIMS = electorSql({
  assembly: "$1",
  day: "$5",
  categories: "$6",
  offices: "$7",
  now: "$8",
});

/** The standing of each claim in one decision, in order. */
export async function judgeClaims(
  client: Pick<ClientBase, "query">,
  decision: { assembly_id: string; electorate: Electorate },
  claims: readonly Claim[],
  now: Date,
): Promise<Standing[]> {
  const { rows } = await client.query<Standing>({
    name: "judge-claims",
    text: `SELECT ${CLAIMS.columns}
      FROM unnest($2::uuid[], $3::text[], $4::uuid[])
        WITH ORDINALITY AS i(actor, session, elector, n) ${CLAIMS.joins}
      ORDER BY i.n`,
    values: [
      decision.assembly_id,
      claims.map((claim) => claim.actorId),
      claims.map((claim) => claim.sessionHash),
      claims.map((claim) => claim.electorId),
      dayInBrussels(now),
      decision.electorate.categories ?? null,
      decision.electorate.offices ?? null,
      now,
    ],
  });
  return rows;
}
