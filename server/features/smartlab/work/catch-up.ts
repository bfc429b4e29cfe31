import type { AnyReport } from "#domain/decisions/registry.ts";
import { outcomeOf } from "#domain/smartlab/decisions/named-vote.ts";
import type { LabCatchUp } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { Client } from "./frame.ts";

const MOST_DECISIONS = 5;
const MOST_MINUTES = 3;
/** Signs of a proposal: the rest is read on its own page. */
const MOST_WORDS = 400;

/** What a lab has decided, for one of its people. Ask only for somebody who has a place in it. */
export async function catchUpOf(
  client: Client,
  labId: string,
  personId: string | null,
): Promise<LabCatchUp> {
  const decisions = await decisionsOf(client, labId);
  const { rows } = await client.query<{
    newcomer: boolean;
    minutes: LabCatchUp["minutes"];
    agreed: boolean | null;
  }>(
    `SELECT
       EXISTS (SELECT FROM lab_meeting x JOIN lab_person j ON j.lab_id = x.lab_id
         WHERE x.lab_id = $1 AND j.person_id = $2 AND x.cancelled_at IS NULL
           AND x.ends_at < j.joined_at)
       AND NOT EXISTS (SELECT FROM lab_attendance a JOIN lab_meeting x ON x.id = a.meeting_id
         WHERE x.lab_id = $1 AND a.person_id = $2 AND a.state = 'present') AS newcomer,
       coalesce((SELECT json_agg(json_build_object('id', m.id, 'title', m.title)) FROM (
         SELECT id, title FROM lab_minutes WHERE lab_id = $1 AND phase = 'approved'
         ORDER BY approved_at DESC LIMIT ${MOST_MINUTES}) m), '[]') AS minutes,
       (SELECT EXISTS (SELECT FROM lab_charter_agreement a
          WHERE a.lab_id = $1 AND a.number = c.number AND a.person_id = $2)
        FROM lab_charter c WHERE c.lab_id = $1 ORDER BY c.number DESC LIMIT 1) AS agreed`,
    [labId, personId],
  );
  const { newcomer = false, minutes = [], agreed = null } = rows[0] ?? {};
  return { newcomer, decisions, minutes, ...(agreed === null ? {} : { charter: { agreed } }) };
}

async function decisionsOf(client: Client, labId: string): Promise<LabCatchUp["decisions"]> {
  type Row = LabCatchUp["decisions"][number] & { report: AnyReport | null };
  const { rows } = await client.query<Row>(
    `SELECT d.id, d.title, ${epochMs("d.ended_at")} AS at, left(v.text, ${MOST_WORDS}) AS text,
       d.options, d.report
     FROM lab_decision d JOIN lab_decision_version v
       ON v.decision_id = d.id AND v.number = d.version
     WHERE d.lab_id = $1 AND d.phase IN ('adopted', 'counted')
     ORDER BY d.ended_at DESC LIMIT ${MOST_DECISIONS}`,
    [labId],
  );
  return rows.map(({ report, ...decision }) => ({
    ...decision,
    ...(report ? { outcome: outcomeOf(report) } : {}),
  }));
}
