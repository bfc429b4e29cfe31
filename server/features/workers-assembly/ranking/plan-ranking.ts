import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { instantOf } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { PlannedRanking, PlanView } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { readDraft } from "../../decisions/designer/draft-row.ts";
import { writeDraft } from "../../decisions/designer/write-draft.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { readPlan } from "./read-plan.ts";

type Hours = { opensAt: Date | null; closesAt: Date | null };

/**
 * Declares how it will be chosen. The method and the number of approvals are settled when the list is
 * frozen, so that nobody picks the rule knowing what it would favour; another method is minuted with
 * its reason. Hours and who keeps the urn may change until somebody holds a ballot.
 */
export function planRanking(
  platform: Platform,
  actor: Actor,
  { slug, reason, ...planned }: PlannedRanking,
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    const now = platform.clock.now();
    const hours = hoursOf(planned);
    if (!hours || planned.least > planned.most) return refuse("bad-input");
    const before = await readPlan(client, edition.id);
    const switched = planned.method !== before.method;
    if (edition.stage !== "gathering" && (switched || changesBallot(planned, before))) {
      return refuse("ranking-method-settled");
    }
    if (switched && reason === "") return refuse("reason-required");
    const drawn = await changeDrawn(client, edition, planned.seal, hours);
    if (!drawn.ok) return drawn;
    await write(client, edition.id, planned, hours);
    if (switched) {
      const on = dayInBrussels(now);
      await minute(client, edition.id, { from: before.method, to: planned.method, reason, on });
    }
    await noteOn(client, {
      actorId: by.personId,
      action: "workers-ranking.plan",
      editionId: edition.id,
      reason,
      at: now,
    });
    return ok(null);
  });
}

function changesBallot(planned: Pick<PlannedRanking, "least" | "most">, before: PlanView): boolean {
  return planned.least !== before.least || planned.most !== before.most;
}

/** Undefined where an hour is none, or it closes before it opens. */
function hoursOf(planned: Pick<PlannedRanking, "opensAt" | "closesAt">): Hours | undefined {
  const [opensAt, closesAt] = [planned.opensAt, planned.closesAt].map((text) =>
    text === "" ? null : instantOf(text),
  );
  if (opensAt === undefined || closesAt === undefined) return undefined;
  return opensAt && closesAt && opensAt >= closesAt ? undefined : { opensAt, closesAt };
}

/** The vote itself follows, as long as nobody holds a ballot of it. */
async function changeDrawn(
  client: PoolClient,
  { rankingId }: Edition,
  seal: PlannedRanking["seal"],
  { opensAt, closesAt }: Hours,
): Promise<Result<null>> {
  if (!rankingId) return ok(null);
  const draft = await readDraft(client, rankingId);
  if (draft?.phase !== "draft" || draft.in_use) return refuse("draft-in-use");
  if (!opensAt || !closesAt) return refuse("ranking-hours-missing");
  await writeDraft(client, { ...draft, seal, opens_at: opensAt, closes_at: closesAt });
  // An urn is made for one seal: another one takes its place.
  if (seal !== draft.seal)
    await client.query("DELETE FROM urn WHERE decision_id = $1", [rankingId]);
  return ok(null);
}

async function write(
  client: Client,
  editionId: string,
  { method, least, most, seal }: Pick<PlannedRanking, "method" | "least" | "most" | "seal">,
  { opensAt, closesAt }: Hours,
): Promise<void> {
  await client.query(
    `INSERT INTO workers_ranking (workers_assembly_id, method, least, most, seal, opens_at, closes_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (workers_assembly_id) DO UPDATE SET method = $2, least = $3, most = $4, seal = $5,
       opens_at = $6, closes_at = $7`,
    [editionId, method, least, most, seal, opensAt, closesAt],
  );
}

async function minute(
  client: Client,
  editionId: string,
  { from, to, reason, on }: PlanView["changes"][number],
): Promise<void> {
  await client.query(
    `INSERT INTO workers_ranking_change (workers_assembly_id, number, from_method, to_method, reason,
       "on")
     SELECT $1, 1 + count(*), $2, $3, $4, $5 FROM workers_ranking_change
     WHERE workers_assembly_id = $1`,
    [editionId, from, to, reason, on],
  );
}
