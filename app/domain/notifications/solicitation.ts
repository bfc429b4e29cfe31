/** What members are asked for. */
export const SOLICITATION_KINDS = ["survey", "meeting", "call", "vote", "notice"] as const;
export type SolicitationKind = (typeof SOLICITATION_KINDS)[number];

export type SolicitationState =
  | "open"
  | "answered"
  | "overdue"
  | "cancelled"
  | "statutory"
  /** By a group of its own, or of who wished to be told: nothing is promised. */
  | "wished";

/**
 * Where a request stands on a day (ISO). What law asks for promises nothing, nor does what a group
 * asks of its own: those have no `answerBy`.
 */
export function stateOf(
  request: {
    statutory: boolean;
    answerBy?: string | undefined;
    answered: boolean;
    cancelled: boolean;
  },
  today: string,
): SolicitationState {
  if (request.cancelled) return "cancelled";
  if (request.answered) return "answered";
  if (request.statutory) return "statutory";
  if (request.answerBy === undefined) return "wished";
  return request.answerBy < today ? "overdue" : "open";
}
