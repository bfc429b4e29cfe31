import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Stage } from "#domain/workers-assembly/stage.ts";
import type { ToTell } from "#domain/workers-assembly/telling.ts";
import { epochMs, isoDay } from "../../../platform/instants.ts";
import type { Client } from "../edition.ts";

/** A workers' assembly whose list is frozen, or of which something was told that may be over. */
export type Choosing = ToTell & {
  slug: string;
  titles: Translated;
  assemblyId: string;
  seats: number;
  /** How many are on the list. */
  proposals: number;
  meetsOn?: string;
  suspended: boolean;
  /** Why the vote stays open longer, as its chair wrote it. */
  reason?: string;
};

type Row = Omit<Choosing, "vote" | "stage"> & {
  stage: Stage;
  voteId: string | null;
  openedAt: number;
  closesAt: number;
  extendedTo: number | null;
};

/** A vote that repeats an annulled one takes its place. */
const VOTE = `
  SELECT d.id, d.opened_at, d.closes_at, d.suspended_at FROM decision d
  WHERE (d.id = w.ranking_id OR d.repeats_id = w.ranking_id) AND d.phase = 'open'
    AND d.annulled_at IS NULL AND d.closes_at IS NOT NULL
  ORDER BY d.repeats_id IS NULL LIMIT 1`;

export async function choosingNow(client: Client): Promise<Choosing[]> {
  const { rows } = await client.query<Row>(
    `SELECT w.id, w.slug, w.titles, w.stage, w.assembly_id AS "assemblyId", w.seats,
       ${isoDay("w.meets_on")} AS "meetsOn", v.id AS "voteId",
       (SELECT count(*)::int FROM proposal p
        WHERE p.workers_assembly_id = w.id AND p.number IS NOT NULL) AS proposals,
       ${epochMs("v.opened_at")} AS "openedAt", ${epochMs("v.closes_at")} AS "closesAt",
       v.suspended_at IS NOT NULL AS suspended,
       ${epochMs("x.until")} AS "extendedTo", x.what AS reason
     FROM workers_assembly w LEFT JOIN LATERAL (${VOTE}) v ON true
     LEFT JOIN LATERAL (SELECT i.until, i.what FROM incident i
       WHERE i.decision_id = v.id AND i.act = 'extend' ORDER BY i.until DESC LIMIT 1) x ON true
     WHERE w.assembly_id IS NOT NULL AND (w.stage IN ('frozen', 'ranking') OR EXISTS (
       SELECT FROM workers_telling t WHERE t.workers_assembly_id = w.id AND t.settled_on IS NULL))
     ORDER BY w.id`,
  );
  return rows.map((row) => {
    const { voteId, openedAt, closesAt, extendedTo, ...known } = row;
    const extended = extendedTo === null ? {} : { extendedTo };
    const vote = voteId && { vote: { id: voteId, openedAt, closesAt, ...extended } };
    return { ...withoutNulls(known), ...(vote || {}) };
  });
}
