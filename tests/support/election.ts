import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { LiveAssembly } from "./live-assembly.ts";

export type ElectionOptions = {
  method: string;
  rule?: Record<string, unknown>;
  options: string[];
  tieRule?: string;
  maxChoices?: number;
  minChoices?: number;
  electorate?: Electorate;
  phase?: "draft" | "open";
  rehearsal?: boolean;
};

/** A decision by another method than a resolution, by name; open unless said otherwise. */
export async function createElection(
  pool: Pool,
  assembly: Pick<LiveAssembly, "id" | "itemId">,
  election: ElectionOptions,
): Promise<string> {
  const { method, rule = {}, options, tieRule = "lot", electorate = {} } = election;
  const { maxChoices, minChoices, phase = "open", rehearsal = false } = election;
  const id = randomUUID();
  await pool.query(
    `INSERT INTO decision (id, assembly_id, item_id, phase, texts, legal_basis, legal_channel,
       method, rule, tie_rule, max_choices, min_choices, electorate, rehearsal, profile_version,
       opened_at, frozen)
     SELECT $1, $2, $3, $4::"DecisionPhase", '{"fr":{"title":"Une élection","text":""}}', 'art. 2',
       'consultation', $5, $6, $7, $8, $11, $9, $10, 'test', CASE WHEN $4 = 'open' THEN now() END,
       CASE WHEN $4 = 'open' THEN jsonb_build_object('asOf', '2026-06-01', 'persons', count(*),
         'shares', sum(shares)) ELSE '{}' END
     FROM roll_entry WHERE assembly_id = $2`,
    [
      id,
      assembly.id,
      assembly.itemId,
      phase,
      method,
      rule,
      tieRule,
      maxChoices ?? null,
      electorate,
      rehearsal,
      minChoices ?? null,
    ],
  );
  await pool.query(
    `INSERT INTO decision_option (decision_id, id, position, label)
     SELECT $1, option, n, jsonb_build_object('fr', upper(option))
     FROM unnest($2::text[]) WITH ORDINALITY AS o(option, n)`,
    [id, options],
  );
  return id;
}
