import { DEFAULT_PLAN, type RankingPlan } from "#domain/workers-assembly/ranking-plan.ts";
import type { MethodChange, PlanView } from "#wire/workers-ranking.ts";
import type { Client } from "../edition.ts";

type Row = Omit<RankingPlan, "opensAt" | "closesAt"> & {
  opensAt: Date | null;
  closesAt: Date | null;
  changes: MethodChange[] | null;
};

/** How an edition chooses what it debates, as declared so far, and every change of the method. */
export async function readPlan(client: Client, editionId: string): Promise<PlanView> {
  const { rows } = await client.query<Row>(
    `SELECT r.method, r.least, r.most, r.seal, r.opens_at AS "opensAt", r.closes_at AS "closesAt",
       (SELECT json_agg(json_build_object('from', c.from_method, 'to', c.to_method,
          'reason', c.reason, 'on', c."on") ORDER BY c.number)
        FROM workers_ranking_change c WHERE c.workers_assembly_id = r.workers_assembly_id) AS changes
     FROM workers_ranking r WHERE r.workers_assembly_id = $1`,
    [editionId],
  );
  const [row] = rows;
  if (!row) return { ...DEFAULT_PLAN, changes: [] };
  const { opensAt, closesAt, changes, ...plan } = row;
  return {
    ...plan,
    opensAt: opensAt?.toISOString(),
    closesAt: closesAt?.toISOString(),
    changes: changes ?? [],
  };
}
