import { type Stance, type Standing, standingOf } from "#domain/smartlab/decisions/consent.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Client } from "../work/frame.ts";

export type SaidStance = { id: string; name: string; stance: Stance; reason: string };

/** What the people of a group say of one version; who left says nothing any more. */
export async function consentOf(
  client: Client,
  { decisionId, version, labId }: { decisionId: string; version: number; labId: string },
): Promise<{ stances: SaidStance[]; standing: Standing }> {
  const { rows } = await client.query<SaidStance & { stance: Stance | null }>(
    `SELECT p.id, ${nameOf("p")} AS name, s.stance, s.reason
     FROM lab_person j JOIN person p ON p.id = j.person_id
     LEFT JOIN lab_decision_stance s
       ON s.decision_id = $1 AND s.version = $2 AND s.person_id = j.person_id
     WHERE j.lab_id = $3 AND j.standing = 'joined' ORDER BY s.at, name`,
    [decisionId, version, labId],
  );
  const stances = rows.filter((row): row is SaidStance => row.stance !== null);
  return {
    stances,
    standing: standingOf(
      rows.length,
      stances.map(({ stance }) => stance),
    ),
  };
}
