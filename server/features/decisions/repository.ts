import type { PoolClient } from "pg";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { Holder } from "#domain/decisions/one-tenth.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";
import type { StatuteProfile } from "#domain/decisions/statute-profile.ts";
import type { DeclaredTieRule } from "#domain/decisions/tie-declared.ts";
import { isoDay } from "../../platform/instants.ts";
import { journal } from "../../platform/journal.ts";
import { BALLOT_COLUMNS, type BallotRow } from "./ballot-definition.ts";
import { isRepresented } from "../mandates/mandate-sql.ts";
import { inElectorate } from "./elector-sql.ts";
import { takesVotes } from "./takes-votes.ts";
import { DECISION_TURN } from "./turn.ts";

/** A decision as the acts of its life need it. */
export type DecisionState = {
  id: string;
  assemblyId: string;
  phase: DecisionPhase;
  /** Its method, its settings and its options. */
  ballot: BallotRow;
  tieRule: DeclaredTieRule;
  /** What was drawn or ordered where a count met a tie. */
  tie: { seed?: string; order?: string[] };
  rehearsal: boolean;
  legalChannel: string;
  /** "none" for a vote by name. */
  seal: Seal;
  electorate: Electorate;
  profile: StatuteProfile;
  frozen: Frozen;
  closedAt: Date | null;
  /** Declared void because of an incident: never counted, never published. */
  annulled: boolean;
};

/**
 * Numbers fixed at opening and at close; persons and shares on the roll, and of these present. Those
 * who are represented by a delegate are present.
 */
export type Frozen = {
  asOf?: string;
  persons?: number;
  shares?: number;
  openPresentPersons?: number;
  openPresentShares?: number;
  openRepresentedPersons?: number;
  openRepresentedShares?: number;
  presentPersons?: number;
  presentShares?: number;
  representedPersons?: number;
  representedShares?: number;
  /** Who voted by mandate, at close; missing where nobody did. */
  holders?: Holder[];
  cast?: number;
};

type Row = BallotRow & {
  id: string;
  assembly_id: string;
  phase: DecisionPhase;
  tie_rule: DeclaredTieRule;
  tie_seed: string | null;
  tie_order: string[] | null;
  rehearsal: boolean;
  legal_channel: string;
  seal: Seal;
  electorate: DecisionState["electorate"];
  values: StatuteProfile;
  frozen: Frozen;
  closed_at: Date | null;
  annulled: boolean;
};

/** The decision, locked against every other act and against casting until the transaction ends. */
export function lockDecision(
  client: PoolClient,
  decisionId: string,
): Promise<DecisionState | undefined> {
  return read(
    client,
    decisionId,
    `(SELECT pg_advisory_xact_lock(${DECISION_TURN})) AS turn, decision d`,
    "FOR UPDATE OF d",
  );
}

/** The decision as it stands, for whoever only reads. */
export function readDecision(
  client: Pick<PoolClient, "query">,
  decisionId: string,
): Promise<DecisionState | undefined> {
  return read(client, decisionId, "decision d", "");
}

async function read(
  client: Pick<PoolClient, "query">,
  decisionId: string,
  from: string,
  lock: string,
): Promise<DecisionState | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT d.id, d.assembly_id, d.phase, ${BALLOT_COLUMNS}, d.tie_rule, d.tie_seed, d.tie_order,
       d.rehearsal, d.legal_channel, d.seal, d.electorate, d.frozen, d.closed_at,
       d.annulled_at IS NOT NULL AS annulled, p.values
     FROM ${from} JOIN statute_profile p ON p.version = d.profile_version
     WHERE d.id = $1::uuid ${lock}`,
    [decisionId],
  );
  return rows[0] && toState(rows[0]);
}

function toState(row: Row): DecisionState {
  return {
    id: row.id,
    assemblyId: row.assembly_id,
    phase: row.phase,
    ballot: row,
    tieRule: row.tie_rule,
    tie: {
      ...(row.tie_seed === null ? {} : { seed: row.tie_seed }),
      ...(row.tie_order ? { order: row.tie_order } : {}),
    },
    rehearsal: row.rehearsal,
    legalChannel: row.legal_channel,
    seal: row.seal,
    electorate: row.electorate,
    profile: row.values,
    frozen: row.frozen,
    closedAt: row.closed_at,
    annulled: row.annulled,
  };
}

/** Whether both are of one close: a rehearsal may have begun again between the two. */
export function isSameClose(
  one: Pick<DecisionState, "closedAt">,
  other: Pick<DecisionState, "closedAt">,
): boolean {
  return one.closedAt?.getTime() === other.closedAt?.getTime();
}

const INSTANT_OF: Record<Exclude<DecisionPhase, "draft">, string> = {
  open: "opened_at",
  closed: "closed_at",
  counted: "counted_at",
  published: "published_at",
};

export async function enterPhase(
  client: PoolClient,
  decisionId: string,
  phase: Exclude<DecisionPhase, "draft">,
  now: Date,
  frozen: Frozen,
): Promise<void> {
  await client.query(
    `UPDATE decision SET phase = $2, ${INSTANT_OF[phase]} = $3, frozen = frozen || $4 WHERE id = $1`,
    [decisionId, phase, now, frozen],
  );
}

/**
 * Persons and shares that the predicate picks from the roll: all of them, or those present. Who
 * voted, or took a secret ballot, took part, whether or not they have left since.
 */
export async function countElectorate(
  client: PoolClient,
  decisionId: string,
  present: boolean,
): Promise<{ persons: number; shares: number }> {
  const { rows } = await client.query<{ persons: number; shares: number }>(
    `SELECT count(*)::int AS persons, COALESCE(sum(roll.shares), 0)::int AS shares
     FROM decision d JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     WHERE d.id = $1 AND ${inElectorate()}
       AND (NOT $2 OR EXISTS (
         SELECT 1 FROM attendance a
         WHERE a.assembly_id = roll.assembly_id AND a.person_id = roll.person_id
           AND a.left_at IS NULL
       ) OR ${isRepresented()} OR EXISTS (
         SELECT 1 FROM ballot b WHERE b.decision_id = d.id AND b.elector_id = roll.person_id
       ) OR EXISTS (
         SELECT 1 FROM credential_issue i
         WHERE i.decision_id = d.id AND i.elector_id = roll.person_id
       ))`,
    [decisionId, present],
  );
  return rows[0] ?? { persons: 0, shares: 0 };
}

/**
 * Writes down who votes, where that hangs on roles, presence or a list: whoever is in it now, and
 * whoever holds a secret ballot of this decision already. Answers persons and shares.
 */
export async function drawUpElectorate(
  client: PoolClient,
  decisionId: string,
): Promise<{ persons: number; shares: number }> {
  const { rows } = await client.query<{ persons: number; shares: number }>(
    `WITH drawn AS (
       INSERT INTO decision_elector (decision_id, person_id)
       SELECT d.id, roll.person_id
       FROM decision d JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
       WHERE d.id = $1 AND (${inElectorate()} OR EXISTS (SELECT FROM credential_issue i
         WHERE i.decision_id = d.id AND i.elector_id = roll.person_id))
       RETURNING person_id
     )
     SELECT count(*)::int AS persons, COALESCE(sum(roll.shares), 0)::int AS shares
     FROM drawn JOIN decision d ON d.id = $1
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id AND roll.person_id = drawn.person_id`,
    [decisionId],
  );
  return rows[0] ?? { persons: 0, shares: 0 };
}

/** Votes by name, so far. */
export async function countBallots(client: PoolClient, decisionId: string): Promise<number> {
  const { rows } = await client.query<{ cast: number }>(
    "SELECT count(*)::int AS cast FROM ballot WHERE decision_id = $1",
    [decisionId],
  );
  return rows[0]?.cast ?? 0;
}

/** What the assembly says of itself: whether it is live, suspended, takes votes; the day of its roll. */
export async function assemblyState(
  client: PoolClient,
  assemblyId: string,
): Promise<AssemblyState> {
  const { rows } = await client.query<AssemblyState>(
    `SELECT a.phase, s.suspended_at IS NOT NULL AS suspended, ${takesVotes()} AS "takesVotes",
       ${isoDay("a.roll_as_of")} AS "rollAsOf"
     FROM assembly a LEFT JOIN stage s ON s.assembly_id = a.id WHERE a.id = $1`,
    [assemblyId],
  );
  return rows[0] ?? { phase: "prepared", suspended: false, takesVotes: false, rollAsOf: null };
}

type AssemblyState = {
  phase: string;
  suspended: boolean;
  takesVotes: boolean;
  rollAsOf: string | null;
};

/** The count of a decision: report, phase and journal, in the transaction that locked it. */
export async function saveTally(
  client: PoolClient,
  decisionId: string,
  tally: { report: AnyReport; ballotsHash: string; now: Date },
): Promise<void> {
  const { report, ballotsHash, now } = tally;
  await client.query(
    `INSERT INTO tally (decision_id, report, ballots_hash, counted_at) VALUES ($1, $2, $3, $4)`,
    [decisionId, report, ballotsHash, now],
  );
  await enterPhase(client, decisionId, "counted", now, {});
  await journal(client, {
    actorId: null,
    action: "decision.count",
    subject: `decision:${decisionId}`,
    reason: "",
    at: now,
  });
}
