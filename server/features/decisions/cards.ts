import type { ClientBase, Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { ResolutionReport, ResolutionRule } from "#domain/decisions/resolution.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";
import { type DeclaredTieRule, unsettledTie } from "#domain/decisions/tie-declared.ts";
import type {
  DecisionCard,
  ElectionMethod,
  ElectionReport,
  LabelledOption,
  MethodSettings,
  Ruled,
} from "#wire/decisions.ts";
import { isAnnounced, seenBy, seesUnfinished } from "./announced.ts";
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
  method: string;
  rule: ResolutionRule | MethodSettings;
  tie_rule: DeclaredTieRule;
  tie_seed: string | null;
  rehearsal: boolean;
  opens_at: Date | null;
  closes_at: Date | null;
  opened_at: Date | null;
  closed_at: Date | null;
  suspended_at: Date | null;
  hold_until: Date | null;
  annulled_at: Date | null;
  annul_reason: string;
  repeats_id: string | null;
  frozen: { persons?: number; shares?: number; asOf?: string };
  cast: number;
  /** Of an election without its detail: a matrix of forty options is for its own page. */
  report: ResolutionReport | Omit<ElectionReport, "detail" | "explanation"> | null;
  /** Of an election that is counted, or a draft. */
  labelled: LabelledOption[] | null;
  urn: UrnCardRow | null;
};

/** The columns of a card; `d` is the decision. */
export const CARD_COLUMNS = `
  d.id, d.item_id, d.position, d.phase, d.texts, d.legal_basis, d.legal_channel, d.ballot_kind,
  d.seal, d.may_change, d.method, d.rule, d.tie_rule, d.tie_seed, d.rehearsal,
  d.opens_at, d.closes_at, d.opened_at, d.closed_at, d.suspended_at, d.hold_until, d.annulled_at,
  d.annul_reason, d.repeats_id, d.frozen,
  COALESCE((d.frozen->>'cast')::int,
    (SELECT count(*)::int FROM ballot b WHERE b.decision_id = d.id)) AS cast,
  (SELECT CASE WHEN d.method = 'resolution' THEN t.report
     ELSE t.report - 'detail' - 'explanation' END
   FROM tally t WHERE t.decision_id = d.id) AS report,
  CASE WHEN d.method <> 'resolution' AND d.phase IN ('draft', 'counted', 'published') THEN
    (SELECT json_agg(json_build_object('id', o.id, 'label', o.label) ORDER BY o.position)
     FROM decision_option o WHERE o.decision_id = d.id) END AS labelled,
  (${URN_CARD}) AS urn`;

/** Audiences that may see a count before the chair publishes it, and drafts that are unfinished. */
const OF_THE_BUREAU: readonly string[] = ["chair"];

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
  const ofTheBureau = OF_THE_BUREAU.includes(audience);
  const shown = ofTheBureau ? rows : rows.filter(isAnnounced);
  return Object.fromEntries(shown.map((row) => [row.id, toCard(row, ofTheBureau)]));
}

/** The decisions of an assembly as one reader of its agenda may see them, in order. */
export async function agendaCards(
  pool: Pool,
  actor: Actor,
  assemblyId: string,
): Promise<DecisionCard[]> {
  const { rows } = await pool.query<CardRow>(
    `SELECT ${CARD_COLUMNS} FROM decision d WHERE d.assembly_id = $1 ORDER BY d.position`,
    [assemblyId],
  );
  const seesCounted = can(actor, "decision.see-uncounted", assemblySubject(assemblyId));
  const shown = seesUnfinished(actor, assemblyId) ? rows : rows.filter(isAnnounced);
  return shown
    .flatMap((row) => seenBy(actor, assemblyId, row) ?? [])
    .map((row) => toCard(row, seesCounted));
}

export function toCard(row: CardRow, seesCounted: boolean): DecisionCard {
  const reportShown = row.phase === "published" || (seesCounted && row.phase === "counted");
  return {
    ...ruled(row, reportShown),
    id: row.id,
    ...(row.item_id ? { itemId: row.item_id } : {}),
    position: row.position,
    phase: row.phase,
    title: titlesOf(row.texts),
    legalBasis: row.legal_basis,
    legalChannel: row.legal_channel,
    ballotKind: row.ballot_kind,
    seal: row.seal,
    ...(row.seal === "none" ? {} : { urn: toUrnCard(row.urn, row.seal, seesCounted) }),
    mayChange: row.may_change,
    tieRule: row.tie_rule,
    ...(reportShown ? tieOf(row) : {}),
    rehearsal: row.rehearsal,
    ...(row.opens_at ? { opensAt: row.opens_at.getTime() } : {}),
    ...(row.closes_at ? { closesAt: row.closes_at.getTime() } : {}),
    ...(row.opened_at ? { openedAt: row.opened_at.getTime() } : {}),
    ...(row.closed_at ? { closedAt: row.closed_at.getTime() } : {}),
    ...disturbed(row),
    cast: row.cast,
    entitled: row.frozen.persons ?? 0,
  };
}

/** By what it is counted, and what came out. The method tells which rule and which report it is. */
function ruled(
  { method, rule, report, labelled }: CardRow,
  reportShown: boolean,
): Ruled & Pick<DecisionCard, "report" | "outcome"> {
  const shown = reportShown ? report : null;
  if (method === "resolution") {
    return {
      method,
      rule: withoutNulls(rule as ResolutionRule),
      ...(shown ? { report: withoutNulls(shown as ResolutionReport) } : {}),
    };
  }
  const ruledBy = { method: method as ElectionMethod, rule: rule as MethodSettings };
  if (!shown || shown.method === "resolution") return ruledBy;
  const { winners, tiedForLast = [], seats, ballots } = shown;
  return {
    ...ruledBy,
    outcome: {
      winners: named(winners, labelled),
      tied: named(tiedForLast, labelled),
      ...(seats === undefined ? {} : { seats }),
      ballots,
    },
  };
}

function tieOf({
  report,
  labelled,
  tie_rule,
  tie_seed,
}: CardRow): Pick<DecisionCard, "waitingTie" | "tieSeed"> {
  const waiting = report && unsettledTie(report, tie_rule);
  return {
    ...(waiting
      ? { waitingTie: { rule: waiting.rule, between: named(waiting.between, labelled) } }
      : {}),
    ...(tie_seed === null ? {} : { tieSeed: tie_seed }),
  };
}

/** Options with their labels; the interface names those of a resolution. */
function named(ids: readonly string[], labelled: LabelledOption[] | null): LabelledOption[] {
  return ids.map((id) => labelled?.find((option) => option.id === id) ?? { id, label: {} });
}

/** What an incident made of it. */
function disturbed(
  row: CardRow,
): Pick<DecisionCard, "suspendedAt" | "holdUntil" | "annulledAt" | "annulReason" | "repeats"> {
  return {
    ...(row.suspended_at ? { suspendedAt: row.suspended_at.getTime() } : {}),
    ...(row.hold_until ? { holdUntil: row.hold_until.getTime() } : {}),
    ...(row.annulled_at
      ? { annulledAt: row.annulled_at.getTime(), annulReason: row.annul_reason }
      : {}),
    ...(row.repeats_id ? { repeats: row.repeats_id } : {}),
  };
}

/** The titles alone, by language. */
export function titlesOf(texts: Translated<{ title: string; text: string }>): Translated {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.title]),
  );
}
