import type { ClientBase } from "pg";
import type { ResolutionReport } from "#domain/decisions/resolution.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { MinutedOutcome, MinutedVote, Presence } from "#domain/minutes/document.ts";
import { isoOf } from "../../platform/instants.ts";
import { CARD_COLUMNS, type CardRow, toCard } from "../decisions/cards.ts";
import { reconciledVotes } from "./reconcile-votes.ts";

type Frozen = Record<string, number | undefined>;

type Row = CardRow & {
  opened_iso: string;
  closed_iso: string | null;
  override_reason: string;
  annul_reason: string;
  repeats_id: string | null;
};

/** The votes of one assembly that were opened and were no rehearsal, in the agenda's order. */
export async function minutedVotes(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<MinutedVote[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${CARD_COLUMNS}, ${isoOf("d.opened_at")} AS opened_iso,
       ${isoOf("d.closed_at")} AS closed_iso, d.override_reason, d.annul_reason, d.repeats_id
     FROM decision d WHERE d.assembly_id = $1 AND d.opened_at IS NOT NULL AND NOT d.rehearsal
     ORDER BY d.position, d.opened_at, d.id`,
    [assemblyId],
  );
  const sheets = await reconciledVotes(client, assemblyId);
  return rows.map((row) => {
    const { report, outcome } = publishedResult(row);
    const sheet = sheets.find(({ decisionId }) => decisionId === row.id)?.sheet;
    return withoutNulls<MinutedVote>({
      decisionId: row.id,
      ...(row.item_id ? { itemId: row.item_id } : {}),
      position: row.position,
      texts: row.texts,
      legalBasis: row.legal_basis,
      legalChannel: row.legal_channel,
      ballotKind: row.ballot_kind,
      ...(row.override_reason ? { overrideReason: row.override_reason } : {}),
      ...(row.annul_reason ? { annulled: row.annul_reason } : {}),
      ...(row.repeats_id ? { repeats: row.repeats_id } : {}),
      openedAt: row.opened_iso,
      ...(row.closed_iso ? { closedAt: row.closed_iso } : {}),
      quorum: quorumOf(row.frozen as Frozen),
      ...(report ? { report } : {}),
      ...(outcome ? { outcome } : {}),
      ...(sheet ? { reconciliation: sheet } : {}),
    });
  });
}

/** What everybody may see of a result, as the card gives it. */
export function publishedResult(row: CardRow): {
  report?: ResolutionReport;
  outcome?: MinutedOutcome;
} {
  const { report, outcome } = toCard(row, false);
  return { ...(report ? { report } : {}), ...(outcome ? { outcome } : {}) };
}

/** Snapshots of the quorum, taken when the vote opened and when it closed. */
function quorumOf(frozen: Frozen): MinutedVote["quorum"] {
  const opened = presence(frozen, "openPresent", "openRepresented");
  const closed = presence(frozen, "present", "represented");
  return {
    electorate: { persons: frozen["persons"] ?? 0, shares: frozen["shares"] ?? 0 },
    ...(opened ? { opened } : {}),
    ...(closed ? { closed } : {}),
  };
}

function presence(frozen: Frozen, all: string, absent: string): Presence | undefined {
  const persons = frozen[`${all}Persons`];
  if (persons === undefined) return undefined;
  const represented = frozen[`${absent}Persons`];
  return {
    persons,
    shares: frozen[`${all}Shares`] ?? 0,
    ...(represented
      ? { represented: { persons: represented, shares: frozen[`${absent}Shares`] ?? 0 } }
      : {}),
  };
}
