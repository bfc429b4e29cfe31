/** Who is asked: sociétaires alone, or everybody who works through the cooperative. */
export const ELECTORATES = ["members", "workers"] as const;
export type Electorate = (typeof ELECTORATES)[number];

export const CAMPAIGN_PARTS = ["coordinator", "observer"] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** Read as something else in an address. */
export const RESERVED_SLUGS = ["campaigns", "new"];

/** How somebody stands to a campaign (rules 5.7). */
export type Standing = {
  part?: CampaignPart;
  /** In the support team or on the board today: on the side of the employer. */
  employerSide: boolean;
};

/**
 * Who designs, sends and sorts: workers alone. Whoever came to the employer's side since has no
 * such right any more, whatever the list says.
 */
export function mayCoordinate({ part, employerSide }: Standing): boolean {
  return part === "coordinator" && !employerSide;
}

export const SURVEY_PHASES = ["draft", "open", "closed", "published"] as const;
export type SurveyPhase = (typeof SURVEY_PHASES)[number];

/** Whether a survey takes answers at this instant (ms): its hour closes it, not the job after it. */
export function takesAnswers(
  { phase, closesAt }: { phase: SurveyPhase; closesAt?: number | undefined },
  now: number,
): boolean {
  return phase === "open" && closesAt !== undefined && now < closesAt;
}
