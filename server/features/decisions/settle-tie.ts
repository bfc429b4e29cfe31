import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import { unsettledTie, type UnsettledTie } from "#domain/decisions/tie-declared.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { DecisionState } from "./repository.ts";
import { journal, lockDecision } from "./repository.ts";
import { tallyDecision } from "./tally-decision.ts";

/** The tie that the count of this decision waits for, if there is one. */
export async function waitingTie(
  client: PoolClient,
  { id, tieRule }: Pick<DecisionState, "id" | "tieRule">,
): Promise<UnsettledTie | undefined> {
  const { rows } = await client.query<{ report: AnyReport }>(
    "SELECT report FROM tally WHERE decision_id = $1",
    [id],
  );
  return rows[0] && unsettledTie(rows[0].report, tieRule);
}

/** The seed of a lot that was drawn in public: it settles the ties that the count met. */
export function drawLot(
  platform: Platform,
  actor: Actor,
  { decisionId, seed }: { decisionId: string; seed: string },
): Promise<Result<null>> {
  return settleTie(platform, actor, {
    act: "draw-lot",
    decisionId,
    reason: seed,
    tieOf: () => ({ seed }),
  });
}

/** The chair's casting vote: the tied options in order. What was ordered before stays before. */
export function castTie(
  platform: Platform,
  actor: Actor,
  { decisionId, order }: { decisionId: string; order: string[] },
): Promise<Result<null>> {
  return settleTie(platform, actor, {
    act: "cast-tie",
    decisionId,
    reason: order.join(", "),
    tieOf: ({ tie }, between) => {
      const named = new Set(order);
      const complete = named.size === order.length && between.every((option) => named.has(option));
      if (!complete || order.length !== between.length) return undefined;
      const earlier = (tie.order ?? []).filter((option) => !named.has(option));
      return { order: [...earlier, ...order] };
    },
  });
}

type Settling = {
  act: "draw-lot" | "cast-tie";
  decisionId: string;
  /** For the journal: what was drawn or ordered. */
  reason: string;
  tieOf: (decision: DecisionState, between: string[]) => DecisionState["tie"] | undefined;
};

/**
 * Counts again with what settles a tie. A count that met no tie is never touched, and a lot is
 * drawn once. Attestations were given on the report as it was: they are asked for again.
 */
async function settleTie(
  platform: Platform,
  actor: Actor,
  { act, decisionId, reason, tieOf }: Settling,
): Promise<Result<null>> {
  const action = `decision.${act}` as const;
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const decision = await lockDecision(client, decisionId);
    if (!decision) return refuse("not-found");
    const subject = assemblySubject(decision.assemblyId);
    if (!can(actor, action, subject)) return refuse("not-allowed");
    if (decision.phase !== "counted") return refuse("wrong-phase");
    const waiting = await waitingTie(client, decision);
    if (waiting?.rule !== (act === "draw-lot" ? "lot" : "casting")) return refuse("no-tie-waiting");
    const tie = tieOf(decision, waiting.between);
    if (!tie) return refuse("bad-input");

    await saveRecount(client, { ...decision, tie });
    await journal(client, {
      actorId: actor.kind === "person" ? actor.personId : null,
      action,
      subject: `decision:${decisionId}`,
      reason,
      at: platform.clock.now(),
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${decision.assemblyId}` },
    ]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

async function saveRecount(client: PoolClient, decision: DecisionState): Promise<void> {
  const { id, tie } = decision;
  const report = await tallyDecision(client, decision);
  await client.query("UPDATE decision SET tie_seed = $2, tie_order = $3 WHERE id = $1", [
    id,
    tie.seed ?? null,
    tie.order ? JSON.stringify(tie.order) : null,
  ]);
  await client.query("UPDATE tally SET report = $2, comparison = NULL WHERE decision_id = $1", [
    id,
    report,
  ]);
  await client.query("DELETE FROM attestation WHERE decision_id = $1", [id]);
}
