import type { PoolClient } from "pg";
import type { LabelledOption } from "#wire/decisions.ts";
import type { DraftRow } from "./draft-row.ts";

/** Writes what is designed of a draft. */
export async function writeDraft(client: PoolClient, row: DraftRow): Promise<void> {
  await client.query(
    `UPDATE decision SET item_id = $2, texts = $3, legal_basis = $4, legal_channel = $5, method = $6,
       rule = $7, max_choices = $8, tie_rule = $9, electorate = $10, seal = $11, ballot_kind = $12,
       may_change = $13, rehearsal = $14, opens_at = $15, closes_at = $16, min_choices = $17
     WHERE id = $1`,
    [
      row.id,
      row.item_id,
      row.texts,
      row.legal_basis,
      row.legal_channel,
      row.method,
      row.rule,
      row.max_choices,
      row.tie_rule,
      row.electorate,
      row.seal,
      row.seal === "none" ? "named" : "secret",
      row.may_change,
      row.rehearsal,
      row.opens_at,
      row.closes_at,
      row.min_choices,
    ],
  );
}

export async function writeOptions(
  client: PoolClient,
  decisionId: string,
  options: readonly LabelledOption[],
): Promise<void> {
  await client.query("DELETE FROM decision_option WHERE decision_id = $1", [decisionId]);
  await client.query(
    `INSERT INTO decision_option (decision_id, id, position, label)
     SELECT $1, option->>'id', n, option->'label'
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS o(option, n)`,
    [decisionId, JSON.stringify(options)],
  );
}

/** An empty draft at the end of an assembly's decisions, on its statutes. */
export async function insertDraft(
  client: PoolClient,
  decisionId: string,
  assemblyId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO decision (id, assembly_id, position, texts, legal_basis, rule, profile_version)
     SELECT $1, a.id, 1 + coalesce((SELECT max(position) FROM decision d
       WHERE d.assembly_id = a.id), 0), '{}', '', $3, a.profile_version
     FROM assembly a WHERE a.id = $2 AND a.phase <> 'closed'`,
    [decisionId, assemblyId, { majority: "simple", secondMeeting: false, abstainInBase: false }],
  );
  return rowCount === 1;
}
