const here = (m: string, person: string) => `EXISTS (SELECT FROM attendance there
    WHERE there.assembly_id = ${m}.assembly_id AND there.person_id = ${m}.${person}
      AND there.left_at IS NULL)`;

/**
 * Whether the holder of a mandate votes by it now: `active` of app/domain/mandates/mandate.ts in
 * SQL. `m` is a row of `mandate`.
 */
export function isActiveMandate(m = "m"): string {
  return `(${m}.state = 'accepted' AND ${here(m, "holder_id")} AND NOT ${here(m, "giver_id")})`;
}

/** For whom a person votes by mandate now: ids of givers. `assembly` and `holder` are expressions. */
export function giversOf(assembly: string, holder: string): string {
  return `SELECT m.giver_id FROM mandate m
    WHERE m.assembly_id = ${assembly} AND m.holder_id = ${holder} AND ${isActiveMandate()}`;
}

/** Everybody who is represented at an assembly now: ids of givers. `assembly` is an expression. */
export function giversAt(assembly: string): string {
  return `SELECT m.giver_id FROM mandate m
    WHERE m.assembly_id = ${assembly} AND ${isActiveMandate()}`;
}

/** Whether somebody on the roll is represented now. `roll` is a row of `roll_entry`. */
export function isRepresented(roll = "roll"): string {
  return `EXISTS (SELECT FROM mandate m WHERE m.assembly_id = ${roll}.assembly_id
    AND m.giver_id = ${roll}.person_id AND ${isActiveMandate()})`;
}

/**
 * How many secret ballots of votes that are not over delegates took for a giver. A taken one cannot
 * be taken back, for nobody knows it among the others: the giver who comes votes in the rest.
 */
export function takenByDelegates(assembly: string, giver: string): string {
  return `SELECT count(*)::int FROM mandate_vote taken
    JOIN decision open_vote ON open_vote.id = taken.decision_id
    WHERE open_vote.assembly_id = ${assembly} AND taken.giver_id = ${giver}
      AND open_vote.phase IN ('draft', 'open') AND open_vote.ballot_kind = 'secret'`;
}

/** Where a mandate stands (mandateStanding of app/domain/mandates/mandate.ts). */
export function standingOf(m = "m"): string {
  return `CASE WHEN ${m}.state = 'given' THEN 'offered' WHEN ${m}.state <> 'accepted' THEN 'ended'
    WHEN ${here(m, "giver_id")} THEN 'giver-here' WHEN ${here(m, "holder_id")} THEN 'active'
    ELSE 'holder-away' END`;
}

/**
 * Whether mandates are given for an assembly: where its statutes allow them, and never among workers.
 * `a` is its row, `p` that of its `statute_profile`.
 */
export const MANDATES_ALLOWED = `(a.kind <> 'workers'
  AND coalesce((p.values #>> '{channels,proxy,value}')::boolean, false))`;
