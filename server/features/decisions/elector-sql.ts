import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { holdsIn, keepsPlace } from "../../platform/apart-sql.ts";
import { isActiveMandate, isRepresented } from "../mandates/mandate-sql.ts";

const DRAWN_UP = "ARRAY['roles', 'bodies', 'attendance', 'list']";

/**
 * Whether somebody on the roll belongs to the electorate of a decision: `matches` of
 * app/domain/decisions/electorate.ts, in SQL. `d` and `roll` are rows of `decision` and
 * `roll_entry`. What was drawn up at the opening is asked of that list from then on.
 */
export function inElectorate(d = "d", roll = "roll"): string {
  return `(
    (NOT ${d}.electorate ? 'categories' OR ${d}.electorate->'categories' ? ${roll}.category_id)
    AND (NOT ${d}.electorate ? 'offices'
      OR coalesce(${d}.electorate->'offices' ? ${roll}.office_id, false))
    AND CASE
      WHEN NOT ${d}.electorate ?| ${DRAWN_UP} THEN true
      WHEN ${d}.phase <> 'draft' THEN EXISTS (SELECT FROM decision_elector listed
        WHERE listed.decision_id = ${d}.id AND listed.person_id = ${roll}.person_id)
      ELSE ${inDrawnUp(d, roll)} END)`;
}

/** The restrictions that are drawn up at the opening, as they stand now. */
function inDrawnUp(d: string, roll: string): string {
  const holds = (condition: string) => `EXISTS (SELECT FROM role_grant g
    WHERE g.person_id = ${roll}.person_id AND g.valid_from <= current_date
      AND (g.valid_to IS NULL OR g.valid_to >= current_date) AND ${condition})`;
  return `(
    (NOT ${d}.electorate ? 'roles' OR ${holds(`${d}.electorate->'roles' ? g.role
      AND ${holdsIn("g.body", `${roll}.assembly_id`)}`)})
    AND (NOT ${d}.electorate ? 'bodies' OR ${holds(`${d}.electorate->'bodies' ? g.body`)})
    AND (NOT ${d}.electorate ? 'list' OR ${d}.electorate->'list' ? ${roll}.person_id::text)
    AND (NOT ${d}.electorate ? 'attendance' OR EXISTS (SELECT FROM attendance here
      WHERE here.assembly_id = ${roll}.assembly_id AND here.person_id = ${roll}.person_id
        AND here.left_at IS NULL) OR ${isRepresented(roll)}))`;
}

/** Where the parameters of the fragments below stand in a statement. */
type Places = { decision: string; day: string; now: string };

/**
 * Who may vote for whom, asked inside the transaction that takes the vote. `i` is the row of
 * input, with `actor`, `session` (hash) and `elector`; `joins` go after it. While a mandate is
 * active its holder votes and nobody else.
 */
export function electorSql(at: Places): { columns: string; joins: string } {
  return {
    columns: `
      session.id IS NOT NULL AS session_lives,
      CASE WHEN proxy.id IS NOT NULL THEN proxy.holder_id = i.actor
      ELSE i.elector = i.actor OR EXISTS (
        SELECT 1 FROM representation r
        WHERE r.legal_person_id = i.elector AND r.representative_id = i.actor
          AND r.valid_from <= ${at.day}::date AND (r.valid_to IS NULL OR r.valid_to >= ${at.day}::date)
      ) END AS acts_for,
      proxy.id IS NOT NULL AS represented,
      EXISTS (SELECT FROM mandate_vote taken WHERE taken.decision_id = d.id
        AND taken.giver_id = i.elector) AS taken_by_mandate,
      roll.person_id IS NOT NULL AND ${inElectorate()}
        AND ${keepsPlace("d.assembly_id", "i.elector", `${at.day}::date`)} AS entitled`,
    joins: `
      JOIN decision d ON d.id = ${at.decision}
      LEFT JOIN auth_session session
        ON session.id = i.session AND session.person_id = i.actor AND session.expires_at > ${at.now}
      LEFT JOIN roll_entry roll ON roll.assembly_id = d.assembly_id AND roll.person_id = i.elector
      LEFT JOIN mandate proxy ON proxy.assembly_id = d.assembly_id AND proxy.giver_id = i.elector
        AND ${isActiveMandate("proxy")}`,
  };
}

/** Somebody who wants to vote for an elector, with the session in which they ask. */
export type Claim = { actorId: string; sessionHash: string; electorId: string };

/** What the fragments answer for one row of input. */
export type Standing = {
  session_lives: boolean;
  acts_for: boolean;
  entitled: boolean;
  /** The elector has a delegate who votes now: nobody else does. */
  represented: boolean;
  /** The vote that stands for this elector was cast, or its ballot taken, by a delegate. */
  taken_by_mandate: boolean;
};

/** Why somebody may not act for an elector. */
export function notTheirs({ represented }: Standing): "mandate-active" | "not-allowed" {
  return represented ? "mandate-active" : "not-allowed";
}

const CLAIMS = electorSql({ decision: "$1", day: "$5", now: "$6" });

/** The standing of each claim in one decision, in order. */
export async function judgeClaims(
  client: Pick<ClientBase, "query">,
  decisionId: string,
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
      decisionId,
      claims.map((claim) => claim.actorId),
      claims.map((claim) => claim.sessionHash),
      claims.map((claim) => claim.electorId),
      dayInBrussels(now),
      now,
    ],
  });
  return rows;
}
