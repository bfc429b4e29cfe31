import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type MandateAct, type MandateState, nextMandateState } from "#domain/mandates/mandate.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMandates, isOpenFor, type MandateRules } from "./change-mandates.ts";
import { judgeHolder, speaksFor } from "./give-mandate.ts";
import { tellOfMandate } from "./tell.ts";

type Row = {
  id: string;
  assemblyId: string;
  giverId: string;
  holderId: string;
  state: MandateState;
};

/**
 * Accepts, declines or ends a mandate. The delegate alone accepts or declines; both may end it, at
 * any time before the session closes. What was voted by it until then stays voted.
 */
export async function actOnMandate(
  platform: Platform,
  actor: Actor,
  act: MandateAct,
  { mandateId }: { mandateId: string },
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, mandateId);
  if (!assemblyId) return refuse("not-found");
  return changeMandates(platform, actor, { assemblyId }, async (client, rules, person) => {
    if (!isOpenFor(rules)) return refuse("wrong-phase");
    const mandate = await lockMandate(client, mandateId);
    if (!mandate || !(await mayAct(client, rules, person, mandate, act))) {
      return refuse("not-allowed");
    }
    const state = nextMandateState(mandate.state, act);
    if (!state) return refuse("changed-meanwhile");
    const now = platform.clock.now();
    if (act === "accept") {
      const { holderId } = mandate;
      const today = dayInBrussels(now);
      const holds = await judgeHolder(client, rules, { holderId, today, except: mandate.id });
      if (!holds.ok) return holds;
    }
    await client.query(
      `UPDATE mandate SET state = $2,
         answered_at = CASE WHEN $2 IN ('accepted', 'declined') THEN $3 ELSE answered_at END,
         ended_at = CASE WHEN $2 IN ('declined', 'revoked') THEN $3 END
       WHERE id = $1`,
      [mandateId, state, now],
    );
    await tellTheOther(platform, client, person, mandate, act);
    return ok({ persons: [person.personId, mandate.giverId, mandate.holderId] });
  });
}

async function assemblyOf({ pool }: Platform, mandateId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT assembly_id AS id FROM mandate WHERE id = $1",
    [mandateId],
  );
  return rows[0]?.id;
}

async function lockMandate(client: PoolClient, mandateId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT id, assembly_id AS "assemblyId", giver_id AS "giverId", holder_id AS "holderId", state
     FROM mandate WHERE id = $1 FOR UPDATE`,
    [mandateId],
  );
  return rows[0];
}

async function mayAct(
  client: PoolClient,
  rules: MandateRules,
  { personId }: PersonActor,
  { giverId, holderId }: Row,
  act: MandateAct,
): Promise<boolean> {
  if (personId === holderId) return true;
  return act === "revoke" && (await speaksFor(client, rules, personId, giverId));
}

/** The one who did it knows; the other is told. */
async function tellTheOther(
  platform: Platform,
  client: PoolClient,
  { personId }: PersonActor,
  { id, giverId, holderId, assemblyId }: Row,
  act: MandateAct,
): Promise<void> {
  const byHolder = personId === holderId;
  const { rows } = await client.query<{ slug: string }>("SELECT slug FROM assembly WHERE id = $1", [
    assemblyId,
  ]);
  const told = {
    kind: act === "accept" ? "mandate-accepted" : byHolder ? "mandate-declined" : "mandate-revoked",
    mandateId: id,
    assembly: { id: assemblyId, slug: rows[0]?.slug ?? "" },
    other: byHolder ? holderId : giverId,
  } as const;
  await tellOfMandate(platform, client, told, byHolder ? giverId : holderId);
}
