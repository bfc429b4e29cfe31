import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import {
  addsUp,
  type PaperSheet,
  reconcile,
  type ReconciledLine,
} from "#domain/minutes/reconciliation.ts";
import type { ReconciledVote } from "#wire/minutes.ts";

type Row = {
  id: string;
  title: Translated;
  ballot_kind: "named" | "secret";
  entitled: number;
  ballots: number;
  counted: number | null;
  lines: ReconciledLine[];
  paper: PaperSheet | null;
};

/**
 * The reconciliation sheets of an assembly's closed votes: who is marked on the roll, by channel,
 * against what lay in the urn and what was counted. Numbers of persons; what they chose is in none.
 */
export async function reconciledVotes(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  phases: readonly string[] = ["closed", "counted", "published"],
): Promise<ReconciledVote[]> {
  const { rows } = await client.query<Row>(SHEETS, [assemblyId, phases]);
  return rows.map((row) => {
    const sheet = reconcile({
      ballotKind: row.ballot_kind,
      entitled: row.entitled,
      lines: withoutNulls(row.lines),
      ballots: row.ballots,
      ...(row.paper ? { paper: row.paper } : {}),
      ...(row.counted === null ? {} : { counted: row.counted }),
    });
    const { id: decisionId, title, ballot_kind: ballotKind } = row;
    return { decisionId, title, ballotKind, sheet, addsUp: addsUp(sheet) };
  });
}

// A ballot by name comes from a room where its elector, or their delegate, was at a site when it
// was cast; else from afar. A resolution's report counts voters, every other one its ballots.
const SHEETS = `
  SELECT d.id, d.ballot_kind,
    (SELECT json_object_agg(key, value->>'title') FROM jsonb_each(d.texts)) AS title,
    coalesce((d.frozen->>'persons')::int, 0) AS entitled,
    coalesce((d.frozen->>'cast')::int,
      (SELECT count(*)::int FROM ballot b WHERE b.decision_id = d.id)) AS ballots,
    (SELECT coalesce((t.report->>'voters')::int, (t.report #>> '{ballots,cast}')::int)
       + CASE WHEN d.method = 'resolution' THEN coalesce((
           SELECT sum(o.ballots)::int FROM opened_ballot o
           WHERE o.decision_id = d.id AND o.content = 'invalid'), 0) ELSE 0 END
     FROM tally t WHERE t.decision_id = d.id) AS counted,
    CASE WHEN d.ballot_kind = 'named' THEN coalesce((
      SELECT json_agg(json_build_object('channel', channel, 'marks', n, 'ballots', n,
        'byMandate', nullif(by_mandate, 0)) ORDER BY channel DESC)
      FROM (
        SELECT CASE WHEN EXISTS (
            SELECT FROM attendance t JOIN site s ON s.id = t.site_id
            WHERE t.assembly_id = d.assembly_id
              AND t.person_id = coalesce(v.holder_id, b.elector_id)
              AND s.kind IN ('main', 'satellite') AND t.arrived_at <= b.cast_at
              AND (t.left_at IS NULL OR t.left_at >= b.cast_at)
          ) THEN 'room' ELSE 'online' END AS channel,
          count(*)::int AS n, count(v.holder_id)::int AS by_mandate
        FROM ballot b LEFT JOIN mandate_vote v
          ON v.decision_id = b.decision_id AND v.giver_id = b.elector_id
        WHERE b.decision_id = d.id GROUP BY 1) AS named), '[]')
    ELSE coalesce((
      SELECT json_agg(json_build_object(
        'channel', CASE channel WHEN 'online' THEN 'device' ELSE channel END, 'marks', n,
        'byMandate', nullif(by_mandate, 0)) ORDER BY n DESC, channel)
      FROM (
        SELECT i.channel, count(*)::int AS n, count(v.holder_id)::int AS by_mandate
        FROM credential_issue i LEFT JOIN mandate_vote v
          ON v.decision_id = i.decision_id AND v.giver_id = i.elector_id
        WHERE i.decision_id = d.id GROUP BY i.channel) AS marked), '[]') END AS lines,
    (SELECT json_build_object('given', p.given, 'found', p.found,
       'missingReason', p.missing_reason) FROM paper_sheet p WHERE p.decision_id = d.id) AS paper
  FROM decision d
  WHERE d.assembly_id = $1 AND d.phase::text = ANY($2) AND NOT d.rehearsal
    AND d.annulled_at IS NULL
  ORDER BY d.position, d.id`;
