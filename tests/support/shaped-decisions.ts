import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { optionOrder } from "../../app/domain/decisions/option-order.ts";
import type { MethodName } from "../../app/domain/decisions/registry.ts";

/** What is voted on, by any counting method, with options of no importance. */
export type ShapedDecision = {
  method: MethodName;
  options: number;
  rule?: Record<string, unknown>;
  maxChoices?: number;
  /** Secret, under the server's own seal. */
  secret?: boolean;
};

/** The ids of its options, which say nothing about any order. */
export function optionId(at: number): string {
  return `o-${String(at).padStart(2, "0")}`;
}

/** Long enough to break over two lines of a phone. */
export function optionLabel(at: number): string {
  return `Proposition ${at} : des horaires de guichet qui suivent ceux des trains`;
}

/** The ids of all its options in this person's own order. */
export function orderFor(personId: string, decisionId: string, options: number): string[] {
  const ids = Array.from({ length: options }, (_, at) => optionId(at + 1));
  return optionOrder({ id: decisionId, method: "approval" }, personId, ids);
}

/** What is kept of a ballot by name. */
export async function keptContent(
  pool: Pool,
  decisionId: string,
  electorId: string,
): Promise<BallotContent> {
  const { rows } = await pool.query<{ content: string }>(
    "SELECT content FROM ballot WHERE decision_id = $1 AND elector_id = $2",
    [decisionId, electorId],
  );
  return JSON.parse(rows[0]?.content ?? "null") as BallotContent;
}

/** A decision in draft on the first item of an assembly. */
export async function createShapedDecision(
  pool: Pool,
  assemblyId: string,
  { method, options, rule = {}, maxChoices, secret = false }: ShapedDecision,
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO decision (id, assembly_id, item_id, texts, legal_basis, legal_channel, method, rule,
       max_choices, tie_rule, ballot_kind, seal, profile_version)
     SELECT $1, a.id, (SELECT i.id FROM agenda_item i WHERE i.assembly_id = a.id
         ORDER BY i.position LIMIT 1), $3, 'art. 1', 'consultation', $4, $5, $6, 'lot',
       $7, $8, a.profile_version
     FROM assembly a WHERE a.id = $2`,
    [
      id,
      assemblyId,
      { fr: { title: `Choisir par ${method}`, text: "Le texte soumis au vote." } },
      method,
      rule,
      maxChoices ?? null,
      secret ? "secret" : "named",
      secret ? "server" : "none",
    ],
  );
  const places = Array.from({ length: options }, (_, at) => at + 1);
  await pool.query(
    `INSERT INTO decision_option (decision_id, id, position, label)
     SELECT $1, option.id, option.position, option.label
     FROM unnest($2::text[], $3::int[], $4::jsonb[]) AS option(id, position, label)`,
    [id, places.map(optionId), places, places.map((at) => ({ fr: optionLabel(at) }))],
  );
  return id;
}
