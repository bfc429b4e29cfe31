import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  decisionAfter,
  type DecisionEvent,
  type DecisionPhase,
} from "#domain/smartlab/decisions/consent.ts";
import type { LabMethod } from "#domain/smartlab/decisions/lab-methods.ts";
import { ballotOf, countVote } from "#domain/smartlab/decisions/named-vote.ts";
import { leads } from "#domain/smartlab/people.ts";
import type { LabDecisionCommands as Commands } from "#wire/lab-decisions.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Done, type LabHere, workInLab } from "../work/frame.ts";
import { consentOf } from "./consent-sql.ts";
import { tellOfDecision } from "./tell-of-decision.ts";

/** Puts a proposal before the group: to be consented to, or voted on by name. */
export function proposeDecision(
  platform: Platform,
  actor: Actor,
  { labId, title, text, way, choices }: Commands["lab.decision-propose"],
): Promise<Result<{ decisionId: string }>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, lab, { personId }) => {
    const decisionId = platform.random.uuid();
    const now = platform.clock.now();
    const consent = way === "consent";
    await client.query(
      `INSERT INTO lab_decision (id, lab_id, title, way, phase, made_by, made_at, method, options)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        decisionId,
        labId,
        title,
        consent ? "consent" : "vote",
        consent ? "clarifying" : "voting",
        personId,
        now,
        consent ? null : way,
        way === "approval" ? choices : [],
      ],
    );
    await addVersion(client, { decisionId, number: 1, text, by: personId, at: now });
    await tellOfDecision(platform, client, lab, { kind: "asked", decisionId, title, by: personId });
    return ok({ value: { decisionId } });
  });
}

/** Everybody has understood it: from now on each says whether something speaks against it. */
export function callForConsent(
  platform: Platform,
  actor: Actor,
  { decisionId }: Commands["lab.decision-call"],
): Promise<Result<null>> {
  return move(platform, actor, { decisionId, event: "call" }, () => Promise.resolve(ok(null)));
}

/** Another text that takes objections up: a new version, of which everybody is asked again. */
export function amendDecision(
  platform: Platform,
  actor: Actor,
  { decisionId, version, text }: Commands["lab.decision-amend"],
): Promise<Result<null>> {
  return move(platform, actor, { decisionId, event: "amend" }, async (client, at) => {
    if (at.decision.version !== version) return refuse("changed-meanwhile");
    const number = version + 1;
    const now = platform.clock.now();
    await addVersion(client, { decisionId, number, text, by: at.person.personId, at: now });
    await client.query("UPDATE lab_decision SET version = $2 WHERE id = $1", [decisionId, number]);
    return ok(null);
  });
}

/** Nobody objects and more than half have answered: it holds. */
export function adoptDecision(
  platform: Platform,
  actor: Actor,
  { decisionId, version }: Commands["lab.decision-adopt"],
): Promise<Result<null>> {
  return move(platform, actor, { decisionId, event: "adopt" }, async (client, at) => {
    if (at.decision.version !== version) return refuse("changed-meanwhile");
    const { standing } = await consentOf(client, { decisionId, version, labId: at.lab.labId });
    if (standing.objection > 0) return refuse("lab-still-objected");
    if (!standing.adoptable) return refuse("lab-agreement-missing");
    await end(platform, client, at);
    return ok(null);
  });
}

export function withdrawDecision(
  platform: Platform,
  actor: Actor,
  { decisionId }: Commands["lab.decision-withdraw"],
): Promise<Result<null>> {
  return move(platform, actor, { decisionId, event: "withdraw" }, async (client, { decision }) => {
    await client.query("UPDATE lab_decision SET ended_at = $2 WHERE id = $1", [
      decision.id,
      platform.clock.now(),
    ]);
    return ok(null);
  });
}

/** Votes by name, and otherwise until the count. */
export function castNamedBallot(
  platform: Platform,
  actor: Actor,
  { decisionId, options }: Commands["lab.decision-vote"],
): Promise<Result<null>> {
  const piece = { of: "decision", id: decisionId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const decision = await hold(client, decisionId, "FOR KEY SHARE");
    if (decision?.phase !== "voting" || !decision.method) return refuse("vote-not-open");
    const ballot = ballotOf(decision.method, decision.options, options);
    if (!ballot.ok) return ballot;
    await client.query(
      `INSERT INTO lab_decision_ballot (decision_id, person_id, ballot, at)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (decision_id, person_id) DO UPDATE SET ballot = excluded.ballot, at = excluded.at`,
      [decisionId, personId, ballot.value, platform.clock.now()],
    );
    return ok({ value: null });
  });
}

/** Ends a vote and counts the ballots of those who are still of the group. */
export function countDecision(
  platform: Platform,
  actor: Actor,
  { decisionId }: Commands["lab.decision-count"],
): Promise<Result<null>> {
  return move(platform, actor, { decisionId, event: "count" }, async (client, at) => {
    const { rows } = await client.query<{ ballot: BallotContent }>(
      `SELECT b.ballot FROM lab_decision_ballot b
       JOIN lab_person p ON p.lab_id = $2 AND p.person_id = b.person_id AND p.standing = 'joined'
       WHERE b.decision_id = $1`,
      [decisionId, at.lab.labId],
    );
    const { method, options } = at.decision;
    if (!method) return refuse("wrong-phase");
    const ballots = rows.map(({ ballot }) => ballot);
    const report = countVote(method, options, ballots);
    await client.query("UPDATE lab_decision SET report = $2 WHERE id = $1", [decisionId, report]);
    await end(platform, client, at);
    return ok(null);
  });
}

type DecisionRow = {
  id: string;
  title: string;
  phase: DecisionPhase;
  version: number;
  madeBy: string | null;
  method: LabMethod | null;
  options: string[];
};

type At = { decision: DecisionRow; lab: LabHere; person: PersonActor };

/** The frame of a change of phase, by who proposed or who leads; `work` refuses before it writes. */
function move(
  platform: Platform,
  actor: Actor,
  { decisionId, event }: { decisionId: string; event: DecisionEvent },
  work: (client: PoolClient, at: At) => Promise<Result<null>>,
): Promise<Result<null>> {
  const piece = { of: "decision", id: decisionId } as const;
  return workInLab(
    platform,
    actor,
    piece,
    async (client, lab, person): Promise<Result<Done<null>>> => {
      const decision = await hold(client, decisionId, "FOR UPDATE");
      if (!decision) return refuse("not-found");
      if (!leads(lab.role) && decision.madeBy !== person.personId) return refuse("not-allowed");
      const to = decisionAfter(decision.phase, event);
      if (!to.ok) return to;
      const done = await work(client, { decision, lab, person });
      if (!done.ok) return done;
      await client.query("UPDATE lab_decision SET phase = $2 WHERE id = $1", [
        decisionId,
        to.value,
      ]);
      return ok({ value: null });
    },
  );
}

export async function hold(
  client: PoolClient,
  id: string,
  lock: "FOR UPDATE" | "FOR KEY SHARE",
): Promise<DecisionRow | undefined> {
  const { rows } = await client.query<DecisionRow>(
    `SELECT id, title, phase, version, made_by AS "madeBy", method, options
     FROM lab_decision WHERE id = $1 ${lock}`,
    [id],
  );
  return rows[0];
}

async function addVersion(
  client: PoolClient,
  version: { decisionId: string; number: number; text: string; by: string; at: Date },
) {
  await client.query("INSERT INTO lab_decision_version VALUES ($1, $2, $3, $4, $5)", [
    version.decisionId,
    version.number,
    version.text,
    version.by,
    version.at,
  ]);
}

async function end(platform: Platform, client: PoolClient, { decision, lab, person }: At) {
  const { id: decisionId, title } = decision;
  await client.query("UPDATE lab_decision SET ended_at = $2 WHERE id = $1", [
    decisionId,
    platform.clock.now(),
  ]);
  const by = person.personId;
  await tellOfDecision(platform, client, lab, { kind: "adopted", decisionId, title, by });
}
