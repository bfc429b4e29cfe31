import type { Book } from "#domain/workers-assembly/book.ts";
import type { Client, Edition } from "../edition.ts";

type Row = {
  report: {
    ballots?: { cast?: number };
    detail?: { approvals?: { option: string; ballots: number }[] };
  };
  eligible: number;
};

type Ranking = {
  turnout?: NonNullable<Book["ranking"]>;
  /** How many ballots approved each of the list, by code ("P01"); none where it counted otherwise. */
  approvals: Map<string, number>;
};

/** What the published ranking tells of the whole list; nothing before it was published. */
export async function rankingOf(
  client: Client,
  { rankingId }: Pick<Edition, "rankingId">,
): Promise<Ranking> {
  if (!rankingId) return { approvals: new Map() };
  const { rows } = await client.query<Row>(
    `SELECT t.report, (SELECT count(*)::int FROM roll_entry r
       WHERE r.assembly_id = d.assembly_id) AS eligible
     FROM tally t JOIN decision d ON d.id = t.decision_id
     WHERE d.id = $1 AND d.phase = 'published'`,
    [rankingId],
  );
  const [found] = rows;
  const voted = found?.report.ballots?.cast;
  const approvals = found?.report.detail?.approvals ?? [];
  return {
    ...(found && voted !== undefined ? { turnout: { eligible: found.eligible, voted } } : {}),
    approvals: new Map(approvals.map(({ option, ballots }) => [option.toUpperCase(), ballots])),
  };
}
