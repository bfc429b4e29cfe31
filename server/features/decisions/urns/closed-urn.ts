import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import type { Attestation } from "#domain/decisions/secret/bundle.ts";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import type { OpenedBallot } from "#domain/decisions/secret/opened.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { TieRule } from "#domain/decisions/tie.ts";
import { tieRuleOf } from "#domain/decisions/tie-declared.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import { nameOf } from "../../../platform/person-name.ts";
import { maySee } from "../../assembly/cards.ts";
import { mayHaveBallots } from "../may-have-ballots.ts";

/** A secret decision whose board has been made, with what its opening gave where there was one. */
export type ClosedUrn = {
  decisionId: string;
  assembly: { id: string; slug: string; title: Translated };
  phase: DecisionPhase;
  stage: "sealed" | "opened";
  definition: BoardDefinition;
  ledger: Ledger;
  head: Buffer;
  size: number;
  attestations: (Attestation & { name: string })[];
  /** Only where this reader may see the count. */
  counted?: {
    opened: OpenedBallot[];
    openedHash: string;
    report: AnyReport;
    /** The lot or the casting vote, where the count met a tie. */
    tie: TieRule;
  };
};

type Row = Omit<ClosedUrn, "assembly" | "counted"> & {
  assembly_id: string;
  assembly_phase: AssemblyPhase;
  slug: string;
  title: Translated;
  opened: OpenedBallot[];
  opened_hash: string | null;
  tie_seed: string | null;
  tie_order: string[] | null;
  report: AnyReport | null;
};

/** How an id is written; anything else is nobody's. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The closed urn, where its assembly may be seen at all and its board is made. */
export async function readClosedUrn(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<ClosedUrn | undefined> {
  if (!UUID.test(decisionId)) return undefined;
  const [row] = (await pool.query<Row>(CLOSED, [decisionId])).rows;
  if (!row || !maySee(actor, { id: row.assembly_id, phase: row.assembly_phase })) return undefined;
  const { phase, stage, definition, ledger, head, size, attestations } = row;
  if (phase !== "published" && !mayHaveBallots(actor, row.assembly_id)) return undefined;
  const { opened, opened_hash: openedHash, report } = row;
  const seesCount =
    phase === "published" ||
    (phase === "counted" && can(actor, "decision.see-uncounted", assemblySubject(row.assembly_id)));
  return {
    decisionId,
    phase,
    stage,
    definition,
    ledger,
    head,
    size,
    attestations,
    assembly: { id: row.assembly_id, slug: row.slug, title: row.title },
    ...(seesCount && openedHash && report
      ? { counted: { opened, openedHash, report, tie: tieOf(row) } }
      : {}),
  };
}

function tieOf({ definition, tie_seed, tie_order }: Row): TieRule {
  return tieRuleOf(definition.tieRule ?? "none", {
    ...(tie_seed === null ? {} : { seed: tie_seed }),
    ...(tie_order ? { order: tie_order } : {}),
  });
}

const CLOSED = `
  SELECT d.id AS "decisionId", d.phase, d.assembly_id, a.phase AS assembly_phase, a.slug, a.title,
    u.stage, u.definition, u.ledger, u.board_head AS head, u.board_size AS size,
    t.ballots_hash AS opened_hash, t.report, d.tie_seed, d.tie_order,
    coalesce((
      SELECT json_agg(json_build_object('content', o.content, 'ballots', o.ballots)
        ORDER BY o.place)
      FROM opened_ballot o WHERE o.decision_id = d.id), '[]') AS opened,
    coalesce((
      SELECT json_agg(json_build_object('personId', s.person_id, 'name',
          ${nameOf("p")},
          'signature', translate(replace(encode(s.signature, 'base64'), E'\\n', ''), '+/=', '-_'))
        ORDER BY s.person_id)
      FROM attestation s JOIN person p ON p.id = s.person_id
      WHERE s.decision_id = d.id), '[]') AS attestations
  FROM decision d
  JOIN assembly a ON a.id = d.assembly_id
  JOIN urn u ON u.decision_id = d.id
  LEFT JOIN tally t ON t.decision_id = d.id
  WHERE d.id = $1 AND u.stage IN ('sealed', 'opened') AND u.board_head IS NOT NULL`;
