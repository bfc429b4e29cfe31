import type { ProposalDesk, Wording } from "#wire/proposal-pages.ts";
import type { ProposalDeskSearch } from "#wire/proposals.ts";
import type { Client } from "../edition.ts";
import { WORDING } from "./cards.ts";
import { saying } from "./saying.ts";

/** So many are offered to be put beside the others. */
const BESIDE = 12;

/** SQL: an open proposal `p` of edition $1 that no other common wording is offered for. */
const FREE = `p.workers_assembly_id = $1 AND p.state = 'open' AND NOT EXISTS (
  SELECT FROM proposal_merge_part o JOIN proposal_merge m ON m.id = o.merge_id
  WHERE o.proposal_id = p.id AND m.state = 'open')`;

/** SQL: what a computer or a person found like one of $2. */
const FOUND_LIKE = `EXISTS (SELECT FROM proposal_pair r WHERE r.state <> 'dismissed'
  AND ((r.a_id = p.id AND r.b_id = ANY($2)) OR (r.b_id = p.id AND r.a_id = ANY($2))))`;

/** Those for which one wording is written, in the order in which they were named, and what is near. */
export async function writingOf(
  client: Client,
  editionId: string,
  { part, words }: Pick<ProposalDeskSearch, "part" | "words">,
): Promise<ProposalDesk["writing"]> {
  const { rows } = await client.query<{ wording: Wording }>(
    `SELECT ${WORDING("p")} AS wording FROM proposal p
     WHERE ${FREE} AND p.id = ANY($2::uuid[]) ORDER BY array_position($2::uuid[], p.id)`,
    [editionId, part],
  );
  if (rows.length === 0) return undefined;
  const parts = rows.map(({ wording }) => wording);
  return { parts, beside: await besideThem(client, editionId, { part, words }), words };
}

/** What is like one of them; or, where one looks for words, what says them, as on the wall. */
async function besideThem(
  client: Client,
  editionId: string,
  { part, words }: Pick<ProposalDeskSearch, "part" | "words">,
): Promise<Wording[]> {
  const values: unknown[] = [editionId, part];
  const looked = saying(words, (value) => `$${values.push(value)}`);
  const wanted = looked.length > 0 ? looked.join(" AND ") : FOUND_LIKE;
  const { rows } = await client.query<{ wording: Wording }>(
    `SELECT ${WORDING("p")} AS wording FROM proposal p
     WHERE ${FREE} AND p.id <> ALL($2::uuid[]) AND ${wanted} ORDER BY p.id LIMIT ${BESIDE}`,
    values,
  );
  return rows.map(({ wording }) => wording);
}
