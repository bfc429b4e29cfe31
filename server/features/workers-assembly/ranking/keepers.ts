import { LEAST_KEEPERS } from "#domain/decisions/secret/urn.ts";
import type { PlanView, RankingPlanPage, RankingVote } from "#wire/workers-ranking.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import type { Client, Edition } from "../edition.ts";

/** What the urn still waits for, where scrutineers are to keep it and nobody has voted yet. */
export async function keepersLacking(
  client: Client,
  { assemblyId }: Pick<Edition, "assemblyId">,
  { plan, vote, today }: { plan: PlanView; vote: RankingVote | undefined; today: string },
): Promise<RankingPlanPage["keepers"]> {
  if (plan.seal !== "scrutineers" || (vote && vote.phase !== "draft")) return undefined;
  const { rows } = await client.query<{ named: number; ready: boolean }>(
    `SELECT (SELECT count(DISTINCT held.person_id)::int FROM role_grant held
       WHERE held.role = 'scrutineer' AND held.body = 'assembly:' || $1::text
         AND held.valid_from <= $3::date AND (held.valid_to IS NULL OR held.valid_to >= $3::date)
         AND NOT ${employerSide("held.person_id", "$3::date")}) AS named,
       EXISTS (SELECT FROM urn u WHERE u.decision_id = $2 AND u.stage = 'ready') AS ready`,
    [assemblyId ?? "", vote?.decisionId ?? null, today],
  );
  const { named, ready } = rows[0]!;
  return ready ? undefined : { named, needed: LEAST_KEEPERS };
}
