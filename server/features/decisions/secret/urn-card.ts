import type { Seal } from "#domain/decisions/secret/urn.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { UrnCard } from "#wire/secret-ballots.ts";
import { KEY_ID } from "./credential-keys.ts";

/** How an urn comes out of the query below; parts that are not there yet are null. */
export type UrnCardRow = {
  [K in keyof Omit<UrnCard, "seal">]-?: Required<UrnCard>[K] | null;
} & { stage: UrnCard["stage"]; issued: number };

/**
 * One secret decision's urn as JSON, or null; `d` is the decision. Marks, never ballots: how many
 * are in the urn is known once it is closed, from the board.
 */
export const URN_CARD = `
  SELECT json_build_object('stage', u.stage, 'keyId', ${KEY_ID},
    'issued', (SELECT count(*) FROM credential_issue i WHERE i.decision_id = u.decision_id),
    'threshold', nullif(u.threshold, 0),
    'given', CASE WHEN u.threshold > 0 AND u.opening_asked AND u.stage = 'sealed' THEN
      (SELECT count(*) FROM urn_share_given g WHERE g.decision_id = u.decision_id) END,
    'openingAsked', nullif(u.opening_asked, false),
    'done', (SELECT o.done FROM urn_opening o WHERE o.decision_id = u.decision_id),
    'boardSize', u.board_size,
    'altered', u.altered,
    'boardHead', encode(substring(u.board_head FROM 1 FOR 8), 'hex'),
    'attestations', CASE WHEN u.stage = 'opened' AND u.threshold > 0 THEN
      (SELECT count(*) FROM attestation a WHERE a.decision_id = u.decision_id) END)
  FROM urn u WHERE u.decision_id = d.id`;

/** Before the job process has made its keys a secret decision has no urn. */
export function toUrnCard(
  row: UrnCardRow | null,
  seal: Exclude<Seal, "none">,
  ofTheBureau: boolean,
): UrnCard {
  if (!row) return { stage: "none", seal, issued: 0 };
  const { altered, ...card } = withoutNulls(row as UrnCard);
  return { ...card, seal, ...(altered && ofTheBureau ? { altered } : {}) };
}
