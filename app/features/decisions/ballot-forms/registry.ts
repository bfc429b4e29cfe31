import type { ComponentType } from "react";
import type { DecisionPage } from "#wire/decisions.ts";
import { ResolutionChoice, ResolutionFields } from "./resolution.tsx";

export type BallotFieldsProps = {
  page: DecisionPage;
  legend: string;
  /** What happens with what is filled in. */
  hint: string;
  /** What was filled in before, if the ballot comes back from the review. */
  filled?: string;
  /** The choice stays shown and cannot be changed: the vote was closed. */
  disabled: boolean;
};

/** How the ballots of one method are filled in and read back. */
export type BallotForm = {
  Fields: ComponentType<BallotFieldsProps>;
  /** The choice, in words. */
  Choice: ComponentType<{ page: DecisionPage; optionId: string }>;
};

const RESOLUTION: BallotForm = {
  Fields: ResolutionFields,
  Choice: ResolutionChoice,
};

/** The form of a decision's method. Resolutions are the only method today. */
export const BALLOT_FORMS = { resolution: RESOLUTION };
