import { type Checked, type Finding, findingsOf, type Other } from "#domain/ledger/check.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { type Client } from "./repository.ts";

/** The newest so many of a language are compared; of the others the number is known. */
const COMPARED = 1_000;

/** What is to be settled before this draft is published. */
export async function findingsFor(client: Client, itemId: string): Promise<Finding[]> {
  const { rows } = await client.query<Checked>(
    `SELECT language, title, text, group_id AS "groupId" FROM ledger_item WHERE id = $1`,
    [itemId],
  );
  const [draft] = rows;
  if (!draft) return [];
  const others = await client.query<Other>(
    `SELECT id, number, language, title, CASE WHEN language = $2 THEN left(text, 600) ELSE '' END
       AS text, state, group_id AS "groupId", printed
     FROM ledger_item WHERE id <> $1 AND state <> 'draft'
     ORDER BY language = $2 DESC, number DESC LIMIT ${COMPARED}`,
    [itemId, draft.language],
  );
  const linked = await client.query<{ id: string }>(
    `SELECT to_id AS id FROM ledger_link WHERE from_id = $1
     UNION SELECT from_id FROM ledger_link WHERE to_id = $1`,
    [itemId],
  );
  const known = new Set(linked.rows.map(({ id }) => id));
  const found = findingsOf(withoutNulls(draft), others.rows.map(withoutNulls), known);
  return (await Promise.all(found.map((finding) => unlessThere(client, finding)))).flat();
}

/** A number beyond those that were compared may exist all the same. */
async function unlessThere(client: Client, finding: Finding): Promise<Finding[]> {
  if (finding.kind !== "unknown-number") return [finding];
  const { rowCount } = await client.query(
    "SELECT FROM ledger_item WHERE '#' || number = $1 AND state <> 'draft'",
    [finding.named],
  );
  return rowCount === 0 ? [finding] : [];
}
