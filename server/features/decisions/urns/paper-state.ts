import type { Pool, PoolClient } from "pg";

/** The slips of one decision as two people read them, and how many there should be. */
export type PaperState = {
  /** Slips handed out: marks on the roll. */
  given: number;
  /** Poured into the urn already. */
  poured: boolean;
  /** By enterer, then by slip. */
  readings: Map<string, Map<number, string>>;
};

type Row = { enterer_id: string; slip: number; content: string };

export async function readPaper(
  client: Pool | PoolClient,
  decisionId: string,
): Promise<PaperState> {
  const { rows } = await client.query<{ given: number; poured: boolean; slips: Row[] }>(
    `SELECT
       (SELECT count(*)::int FROM credential_issue
        WHERE decision_id = $1 AND channel = 'paper') AS given,
       EXISTS (SELECT FROM paper_sheet WHERE decision_id = $1) AS poured,
       coalesce((SELECT json_agg(s ORDER BY s.slip) FROM (
         SELECT enterer_id, slip, content FROM paper_slip WHERE decision_id = $1) AS s), '[]')
         AS slips`,
    [decisionId],
  );
  const { given = 0, poured = false, slips = [] } = rows[0] ?? {};
  const readings: PaperState["readings"] = new Map();
  for (const { enterer_id, slip, content } of slips) {
    const reading = readings.get(enterer_id) ?? new Map<number, string>();
    readings.set(enterer_id, reading.set(slip, content));
  }
  return { given, poured, readings };
}

/** Numbers of slips that one of two readings lacks, or that the two read otherwise. */
export function differences({ readings }: PaperState): number[] {
  const [first, second] = [...readings.values()];
  if (!first || !second) return [];
  const all = new Set([...first.keys(), ...second.keys()]);
  return [...all].filter((slip) => first.get(slip) !== second.get(slip)).sort((a, b) => a - b);
}

/** Whether slips were handed out that are not in the urn yet: the vote cannot close. */
export async function paperIsOut(client: PoolClient, decisionId: string): Promise<boolean> {
  const { given, poured } = await readPaper(client, decisionId);
  return given > 0 && !poured;
}
