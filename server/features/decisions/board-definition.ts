import type { ClientBase } from "pg";
import { isMethodName } from "#domain/decisions/registry.ts";
import type { DeclaredTieRule } from "#domain/decisions/tie-declared.ts";
import type { BoardDefinition, Keeper } from "#domain/decisions/secret/board.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { nameOf } from "../../platform/person-name.ts";
import { ballotDefinition } from "./ballot-definition.ts";
import type { Frozen } from "./repository.ts";

type Row = {
  texts: BoardDefinition["texts"];
  legal_basis: string;
  legal_channel: string;
  method: string;
  rule: Record<string, unknown>;
  max_choices: number | null;
  min_choices: number | null;
  tie_rule: DeclaredTieRule;
  may_change: boolean;
  seal: BoardDefinition["seal"];
  frozen: Frozen;
  credential_key: Buffer;
  urn_key: Buffer;
  ballot_bytes: number;
  threshold: number;
  options: { id: string; label: Translated }[];
  keepers: Keeper[];
};

/**
 * What the board of a closed decision rests on. Whoever makes the board stores it (urn.definition);
 * everybody after reads what was stored: a name that changes later does not change the head.
 */
export async function readBoardDefinition(
  client: Pick<ClientBase, "query">,
  decisionId: string,
): Promise<BoardDefinition> {
  const { rows } = await client.query<Row>(DEFINITION, [decisionId]);
  const [row] = rows;
  if (!row || !isMethodName(row.method)) throw new Error("A board needs a decision and its urn");
  const { frozen } = row;
  return {
    decisionId,
    texts: row.texts,
    legalBasis: row.legal_basis,
    legalChannel: row.legal_channel,
    method: row.method,
    rule: row.rule,
    tieRule: row.tie_rule,
    ballot: ballotDefinition({ ...row, options: row.options.map((option) => option.id) }),
    labels: Object.fromEntries(row.options.map((option) => [option.id, option.label])),
    mayChange: row.may_change,
    electorate: { persons: frozen.persons ?? 0, shares: frozen.shares ?? 0 },
    present: { persons: frozen.presentPersons ?? 0, shares: frozen.presentShares ?? 0 },
    ...(frozen.holders ? { holders: frozen.holders } : {}),
    seal: row.seal,
    credentialKey: row.credential_key.toString("base64url"),
    urnKey: row.urn_key.toString("base64url"),
    ballotBytes: row.ballot_bytes,
    threshold: row.threshold,
    keepers: row.keepers,
  };
}

const DEFINITION = `
  SELECT d.texts, d.legal_basis, d.legal_channel, d.method, d.rule, d.max_choices,
    d.min_choices, d.tie_rule,
    d.may_change, d.seal, d.frozen,
    u.credential_key, u.urn_key, u.ballot_bytes, u.threshold,
    (SELECT json_agg(json_build_object('id', o.id, 'label', o.label) ORDER BY o.position)
     FROM decision_option o WHERE o.decision_id = d.id) AS options,
    coalesce((
      SELECT json_agg(json_build_object('personId', k.person_id,
        'name', ${nameOf("p")},
        'signingKey', translate(replace(encode(k.signing_key, 'base64'), E'\\n', ''), '+/=', '-_'))
        ORDER BY k.person_id)
      FROM urn_share s
      JOIN urn_keeper k ON k.assembly_id = d.assembly_id AND k.person_id = s.person_id
      JOIN person p ON p.id = k.person_id
      WHERE s.decision_id = d.id), '[]') AS keepers
  FROM decision d JOIN urn u ON u.decision_id = d.id
  WHERE d.id = $1`;
