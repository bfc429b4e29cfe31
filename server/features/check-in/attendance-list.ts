import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Channel } from "#domain/check-in/interval.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { epochMs } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { assemblyBySlug, type AssemblyHead } from "./site-sql.ts";

/** One person of the list, with every interval of their presence. Instants in ms. */
export type Attendee = {
  id: string;
  name: string;
  registerNo: string;
  /** A legal person is there through somebody, named here. */
  representedBy: string[];
  /** Undefined for a guest: on no roll, with no vote and no shares. */
  shares?: number;
  intervals: { from: number; to?: number; place: string; channel: Channel }[];
};

export type AttendanceList = {
  assembly: AssemblyHead;
  madeAt: number;
  attendees: Attendee[];
  totals: {
    persons: number;
    shares: number;
    guests: number;
    rollPersons: number;
    rollShares: number;
  };
};

/**
 * The attendance list of an assembly, annex of its minutes (rules 1.8, 1.9): everybody on the roll
 * who was there at any time, in person or represented; guests apart. Stops of the tour are left out.
 */
export async function attendanceList(
  { pool, clock }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<AttendanceList>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const assembly = await assemblyBySlug(pool, slug);
  if (!assembly) return refuse("not-found");
  if (!can(actor, "attendance.export", assemblySubject(assembly.id))) return refuse("not-allowed");
  const { rows } = await pool.query<{ attendee: Attendee }>(LIST, [assembly.id]);
  const attendees = rows.map((row) => row.attendee);
  const members = attendees.filter(({ shares }) => shares !== undefined);
  const { rows: roll } = await pool.query<{ persons: number; shares: number }>(
    `SELECT count(*)::int AS persons, coalesce(sum(shares), 0)::int AS shares
     FROM roll_entry WHERE assembly_id = $1`,
    [assembly.id],
  );
  return ok({
    assembly,
    madeAt: clock.now().getTime(),
    attendees,
    totals: {
      persons: members.length,
      shares: members.reduce((sum, { shares }) => sum + (shares ?? 0), 0),
      guests: attendees.length - members.length,
      rollPersons: roll[0]?.persons ?? 0,
      rollShares: roll[0]?.shares ?? 0,
    },
  });
}

const NAME = `btrim(p.given_name || ' ' || p.family_name)`;

// The civil name, not the one people show themselves by: this list is signed.
const LIST = `
  SELECT json_strip_nulls(json_build_object(
    'id', p.id, 'name', ${NAME}, 'registerNo', coalesce(p.register_no, ''), 'shares', e.shares,
    'representedBy', coalesce((
      SELECT json_agg(btrim(n.given_name || ' ' || n.family_name) ORDER BY n.family_name, n.id)
      FROM representation r JOIN person n ON n.id = r.representative_id
      WHERE r.legal_person_id = p.id AND r.valid_from <= a.day
        AND (r.valid_to IS NULL OR r.valid_to >= a.day)), '[]'),
    'intervals', was.intervals)) AS attendee
  FROM (
    SELECT t.assembly_id, t.person_id, json_agg(json_build_object(
      'from', ${epochMs("t.arrived_at")},
      'to', ${epochMs("t.left_at")},
      'place', coalesce(s.name, ''), 'channel', t.channel) ORDER BY t.arrived_at) AS intervals
    FROM attendance t LEFT JOIN site s ON s.id = t.site_id
    WHERE t.assembly_id = $1 AND s.kind IS DISTINCT FROM 'stop' GROUP BY 1, 2
  ) AS was
  JOIN assembly a ON a.id = was.assembly_id
  JOIN person p ON p.id = was.person_id
  LEFT JOIN roll_entry e ON e.assembly_id = was.assembly_id AND e.person_id = was.person_id
  ORDER BY e.person_id IS NULL, p.family_name, p.given_name, p.id`;
