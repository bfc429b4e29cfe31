import { dayInBrussels } from "#domain/kernel/day.ts";
import { healthOf, weeksSince } from "#domain/smartlab/health.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { type LabPulse, pulsesOf } from "./pulse.ts";
import { type Client } from "./repository.ts";
import { leadsOf, supportTeam, tellOfLab } from "./tell.ts";

/**
 * Job process: a lab that is silent for too long is asked to pause, hand over or close; where
 * nobody answers the support team hears of it; a pause that is over is said. Every notice has a key
 * of its own, so a run more tells nobody twice. Returns how many labs it spoke to.
 */
export async function tendLabs(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  const pulses = await pulsesOf(platform.pool, {});
  const overdue = await pausesThatEnded(platform.pool, dayInBrussels(now));
  let spoken = 0;
  for (const pulse of pulses) {
    const health = healthOf(pulse, now.getTime());
    if (health === "silent") await ask(platform, pulse, now);
    if (health === "unanswered") await sayUnanswered(platform, pulse, now);
    if (health === "silent" || health === "unanswered") spoken += 1;
  }
  for (const lab of overdue) {
    await inTransaction(platform.pool, async (client) => {
      const told = { kind: "lab-pause-over", urgency: "soon", about: lab.until } as const;
      await tellOfLab(platform, client, lab, told, await leadsOf(client, lab.id));
    });
  }
  return spoken + overdue.length;
}

async function ask(platform: Platform, pulse: LabPulse, now: Date): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    // Of two job processes one writes the question.
    const asked = await client.query(
      `UPDATE lab SET asked_at = $2 WHERE id = $1 AND ${epochMs("asked_at")} IS NOT DISTINCT FROM $3`,
      [pulse.id, now, pulse.askedAt ?? null],
    );
    if (asked.rowCount === 0) return;
    const told = {
      kind: "lab-silent",
      urgency: "soon",
      about: now.toISOString(),
      details: { weeks: weeksSince(pulse.lastSign, now.getTime()) },
      at: "#health",
    } as const;
    await tellOfLab(platform, client, pulse, told, await leadsOf(client, pulse.id));
  });
}

async function sayUnanswered(platform: Platform, pulse: LabPulse, now: Date): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    const about = new Date(pulse.askedAt ?? 0).toISOString();
    const told = { kind: "lab-unanswered", urgency: "digest", about } as const;
    await tellOfLab(platform, client, pulse, told, await supportTeam(client, now));
  });
}

type Paused = { id: string; slug: string; title: string; until: string };

async function pausesThatEnded(client: Client, today: string): Promise<Paused[]> {
  const { rows } = await client.query<Paused>(
    `SELECT id, slug, title, ${isoDay("paused_until")} AS until FROM lab
     WHERE state = 'paused' AND paused_until <= $1::date`,
    [today],
  );
  return rows;
}

/** A reminder leaves this long before a meeting. */
const BEFORE = "26 hours";

/**
 * Job process: who has a place in a lab that meets tomorrow is reminded, but for those who said
 * that they will not come this time.
 */
export async function remindOfMeetings(platform: Platform): Promise<number> {
  const { rows } = await platform.pool.query<Soon>(
    `SELECT l.id, l.slug, l.title, m.id AS "meetingId", m.starts_at AS "startsAt",
       coalesce(nullif(m.place, ''), l.city) AS place,
       array(SELECT p.person_id::text FROM lab_person p
         WHERE p.lab_id = l.id AND p.standing = 'joined' AND NOT EXISTS (
           SELECT FROM lab_attendance a WHERE a.meeting_id = m.id AND a.person_id = p.person_id)
       ) AS persons
     FROM lab_meeting m JOIN lab l ON l.id = m.lab_id
     WHERE m.cancelled_at IS NULL AND m.starts_at > $1
       AND m.starts_at < $1::timestamptz + interval '${BEFORE}'
       AND l.state IN ('registration', 'meeting')`,
    [platform.clock.now()],
  );
  for (const { meetingId, startsAt, place, persons, ...lab } of rows) {
    const told = {
      kind: "lab-meeting-tomorrow",
      urgency: "soon",
      about: meetingId,
      details: { startsAt: startsAt.toISOString(), place },
    } as const;
    await inTransaction(platform.pool, (client) => tellOfLab(platform, client, lab, told, persons));
  }
  return rows.length;
}

type Soon = {
  id: string;
  slug: string;
  title: string;
  meetingId: string;
  startsAt: Date;
  place: string;
  persons: string[];
};
