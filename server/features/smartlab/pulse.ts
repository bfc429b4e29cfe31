import { withoutNulls } from "#domain/kernel/json.ts";
import type { Pulse } from "#domain/smartlab/health.ts";
import { epochMs } from "../../platform/instants.ts";
import { type Client } from "./repository.ts";

/** A lab's pulse with what names it. `lastSign` in ms. */
export type LabPulse = Pulse & { id: string; slug: string; title: string; lastSign: number };

/** The pulses of one lab, or of all that are at work or pause. */
export async function pulsesOf(client: Client, of: { labId?: string }): Promise<LabPulse[]> {
  const { rows } = await client.query<Omit<LabPulse, "lastSign">>(
    `SELECT l.id, l.slug, l.title, l.state, l.silent_weeks AS "silentWeeks",
       ${epochMs("coalesce(l.opened_at, l.proposed_at)")} AS "openedAt",
       ${epochMs("l.affirmed_at")} AS "affirmedAt", ${epochMs("l.asked_at")} AS "askedAt",
       ${epochMs("met.last")} AS "lastMet", ${epochMs("met.next")} AS next
     FROM lab l
     LEFT JOIN LATERAL (
       SELECT max(m.ends_at) FILTER (WHERE m.ends_at <= now() AND EXISTS (
           SELECT FROM lab_attendance a WHERE a.meeting_id = m.id AND a.state = 'present')) AS last,
         min(m.starts_at) FILTER (WHERE m.starts_at > now()) AS next
       FROM lab_meeting m WHERE m.lab_id = l.id AND m.cancelled_at IS NULL) AS met ON true
     WHERE ($1::uuid IS NULL AND l.state IN ('registration', 'meeting', 'paused')) OR l.id = $1`,
    [of.labId ?? null],
  );
  return rows.map((row) => {
    const pulse = withoutNulls(row);
    const signs = [pulse.openedAt, pulse.lastMet ?? 0, pulse.affirmedAt ?? 0];
    return { ...pulse, lastSign: Math.max(...signs) };
  });
}
