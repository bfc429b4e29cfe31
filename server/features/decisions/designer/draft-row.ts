import type { ClientBase } from "pg";
import { type Draft, type DraftProblem, draftProblems } from "#domain/decisions/draft.ts";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { MethodName } from "#domain/decisions/registry.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";
import type { DeclaredTieRule } from "#domain/decisions/tie-declared.ts";
import type { LabelledOption } from "#wire/decisions.ts";

/** A decision as its designer sees it. */
export type DraftRow = {
  id: string;
  assembly_id: string;
  slug: string;
  phase: DecisionPhase;
  item_id: string | null;
  texts: Draft["texts"];
  legal_basis: string;
  legal_channel: string;
  method: MethodName;
  rule: Record<string, unknown>;
  max_choices: number | null;
  min_choices: number | null;
  tie_rule: DeclaredTieRule;
  electorate: Electorate;
  seal: Seal;
  may_change: boolean;
  rehearsal: boolean;
  opens_at: Date | null;
  closes_at: Date | null;
  options: LabelledOption[];
  /** Secret ballots were given out, on screen or on paper. */
  in_use: boolean;
  /** Its text went out with the convocation. */
  convened: boolean;
};

/** A decision with all that is designed of it. */
export async function readDraft(
  client: Pick<ClientBase, "query">,
  decisionId: string,
): Promise<DraftRow | undefined> {
  const { rows } = await client.query<DraftRow>(
    `SELECT d.id, d.assembly_id, a.slug, d.phase, d.item_id, d.texts, d.legal_basis,
       d.legal_channel, d.method, d.rule, d.max_choices, d.min_choices, d.tie_rule, d.electorate,
       d.seal, d.may_change, d.rehearsal, d.convened, d.opens_at, d.closes_at,
       coalesce((SELECT json_agg(json_build_object('id', o.id, 'label', o.label) ORDER BY o.position)
         FROM decision_option o WHERE o.decision_id = d.id), '[]') AS options,
       EXISTS (SELECT FROM credential_issue i WHERE i.decision_id = d.id) AS in_use
     FROM decision d JOIN assembly a ON a.id = d.assembly_id WHERE d.id = $1::uuid`,
    [decisionId],
  );
  return rows[0];
}

/** What is looked at to know whether a draft is finished. */
type Judged = Pick<
  DraftRow,
  | "texts"
  | "legal_basis"
  | "legal_channel"
  | "method"
  | "rule"
  | "options"
  | "tie_rule"
  | "opens_at"
  | "closes_at"
>;

/** What it lacks before it can open. */
export function problemsOf(row: Judged): DraftProblem[] {
  return draftProblems({
    texts: row.texts,
    legalBasis: row.legal_basis,
    legalChannel: row.legal_channel,
    method: row.method,
    rule: row.rule,
    options: row.options,
    tieRule: row.tie_rule,
    opensAt: row.opens_at?.getTime(),
    closesAt: row.closes_at?.getTime(),
  });
}

/** Whether a draft still lacks something. */
export async function isIncomplete(
  client: Pick<ClientBase, "query">,
  decisionId: string,
): Promise<boolean> {
  const row = await readDraft(client, decisionId);
  return !row || problemsOf(row).length > 0;
}
