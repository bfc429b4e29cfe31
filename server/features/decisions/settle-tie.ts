import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import { unsettledTie, type UnsettledTie } from "#domain/decisions/tie-declared.ts";
import { journal } from "../../platform/journal.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { countApart } from "./counting/count-apart.ts";
import { gatherClosed } from "./counting/closed-ballots.ts";
import type { DecisionState } from "./repository.ts";
import { isSameClose, lockDecision, readDecision } from "./repository.ts";

/** The tie that the count of this decision waits for, if there is one. */
export async function waitingTie(
  client: Pick<PoolClient, "query">,
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
 * Counts again with what settles a tie: before the lock, in which all is asked once more. A count
 * that met no tie is never touched, and a lot is drawn once. Attestations were given on the report
 * as it was: they are asked for again.
 */
async function settleTie(
  platform: Platform,
  actor: Actor,
  settling: Settling,
): Promise<Result<null>> {
  const { pool } = platform;
  const { act, decisionId, reason } = settling;
  const asked = await readDecision(pool, decisionId);
  const settled = await settle(pool, actor, settling, asked);
  if (!settled.ok) return settled;
  const report = await countApart("count", await gatherClosed(pool, settled.value));

  const result = await inTransaction(pool, async (client): Promise<Result<null>> => {
    const decision = await lockDecision(client, decisionId);
    const again = await settle(client, actor, settling, decision);
    if (!again.ok) return again;
    if (!isSameCount(again.value, settled.value)) return refuse("no-tie-waiting");
    await saveRecount(client, again.value, report);
    await journal(client, {
      actorId: actor.kind === "person" ? actor.personId : null,
      action: `decision.${act}`,
      subject: `decision:${decisionId}`,
      reason,
      at: platform.clock.now(),
    });
    await platform.outbox.write(client, [
      { topic: "room", room: `live-session/${again.value.assemblyId}` },
    ]);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** The decision with its tie settled, where this person may settle it so, now. */
async function settle(
  client: Pick<PoolClient, "query">,
  actor: Actor,
  { act, tieOf }: Settling,
  decision: DecisionState | undefined,
): Promise<Result<DecisionState>> {
  if (!decision) return refuse("not-found");
  if (!can(actor, `decision.${act}`, assemblySubject(decision.assemblyId))) {
    return refuse("not-allowed");
  }
  if (decision.phase !== "counted") return refuse("wrong-phase");
  const waiting = await waitingTie(client, decision);
  if (waiting?.rule !== (act === "draw-lot" ? "lot" : "casting")) return refuse("no-tie-waiting");
  const tie = tieOf(decision, waiting.between);
  return tie ? ok({ ...decision, tie }) : refuse("bad-input");
}

/** Whether the same ballots are counted with the same lot or casting vote. */
function isSameCount(one: DecisionState, other: DecisionState): boolean {
  return isSameClose(one, other) && canonicalJson(one.tie) === canonicalJson(other.tie);
}

async function saveRecount(
  client: PoolClient,
  { id, tie }: DecisionState,
  report: AnyReport,
): Promise<void> {
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
