/** What members are asked for. */
export const SOLICITATION_KINDS = ["survey", "meeting", "call", "vote", "notice"] as const;
export type SolicitationKind = (typeof SOLICITATION_KINDS)[number];

export type SolicitationState = "open" | "answered" | "overdue" | "cancelled" | "statutory";

/** Where a request stands on a day (ISO). What law asks for promises nothing. */
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
  return request.answerBy !== undefined && request.answerBy < today ? "overdue" : "open";
}
