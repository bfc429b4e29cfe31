import type { ClientBase } from "pg";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { ResolutionReport, ResolutionRule } from "#domain/decisions/resolution.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { toUrnCard, URN_CARD, type UrnCardRow } from "./secret/urn-card.ts";

export type CardRow = {
  id: string;
  item_id: string | null;
  position: number;
  phase: DecisionPhase;
  texts: Translated<{ title: string; text: string }>;
  legal_basis: string;
  legal_channel: string;
  ballot_kind: "named" | "secret";
  seal: Seal;
  may_change: boolean;
  rule: ResolutionRule;
  opened_at: Date | null;
  closed_at: Date | null;
  frozen: { persons?: number; shares?: number; asOf?: string };
  cast: number;
  report: ResolutionReport | null;
  urn: UrnCardRow | null;
};

/** The columns of a card; `d` is the decision. */
export const CARD_COLUMNS = `
  d.id, d.item_id, d.position, d.phase, d.texts, d.legal_basis, d.legal_channel, d.ballot_kind,
  d.seal, d.may_change, d.rule, d.opened_at, d.closed_at, d.frozen,
  COALESCE((d.frozen->>'cast')::int,
    (SELECT count(*)::int FROM ballot b WHERE b.decision_id = d.id)) AS cast,
  (SELECT report FROM tally t WHERE t.decision_id = d.id) AS report,
  (${URN_CARD}) AS urn`;

/** Audiences that may see a count before the chair publishes it. */
const SEE_COUNTED: readonly string[] = ["chair"];

/** The decisions of an assembly as one audience may see them, by id. Drafts have no ballots. */
export async function decisionCards(
  client: ClientBase,
  assemblyId: string,
  audience: string,
): Promise<Record<string, DecisionCard>> {
  const { rows } = await client.query<CardRow>({
    name: "decision-cards",
    text: `SELECT ${CARD_COLUMNS} FROM decision d WHERE d.assembly_id = $1 ORDER BY d.position`,
    values: [assemblyId],
  });
  const seesCounted = SEE_COUNTED.includes(audience);
  return Object.fromEntries(rows.map((row) => [row.id, toCard(row, seesCounted)]));
}

export function toCard(row: CardRow, seesCounted: boolean): DecisionCard {
  const reportShown = row.phase === "published" || (seesCounted && row.phase === "counted");
  return {
    id: row.id,
    ...(row.item_id ? { itemId: row.item_id } : {}),
    position: row.position,
    phase: row.phase,
    title: titlesOf(row.texts),
    legalBasis: row.legal_basis,
    legalChannel: row.legal_channel,
    ballotKind: row.ballot_kind,
    seal: row.seal,
    ...(row.seal === "none" ? {} : { urn: toUrnCard(row.urn, row.seal) }),
    mayChange: row.may_change,
    rule: withoutNulls(row.rule),
    ...(row.opened_at ? { openedAt: row.opened_at.getTime() } : {}),
    ...(row.closed_at ? { closedAt: row.closed_at.getTime() } : {}),
    cast: row.cast,
    entitled: row.frozen.persons ?? 0,
    ...(reportShown && row.report ? { report: withoutNulls(row.report) } : {}),
  };
}

/** The titles alone, by language. */
export function titlesOf(texts: Translated<{ title: string; text: string }>): Translated {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.title]),
  );
}
