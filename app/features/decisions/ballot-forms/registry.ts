import type { ComponentType } from "react";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { readResolution, ResolutionChoice, ResolutionFields } from "./resolution.tsx";

export type BallotFieldsProps = {
  page: DecisionPage;
  legend: string;
  /** What happens with what is filled in. */
  hint: string;
  /** What was filled in before, if the ballot comes back from the review. */
  filled?: BallotContent;
  /** The choice stays shown and cannot be changed: the vote was closed. */
  disabled: boolean;
};

/** How the ballots of one method are filled in and read back. */
export type BallotForm = {
  Fields: ComponentType<BallotFieldsProps>;
  /** The choice, in words. */
  Choice: ComponentType<{ page: DecisionPage; content: BallotContent }>;
  /** What the fields say; undefined while they say nothing. */
  read: (form: FormData) => BallotContent | undefined;
};

const RESOLUTION: BallotForm = {
  Fields: ResolutionFields,
  Choice: ResolutionChoice,
  read: readResolution,
};

/** The form of a decision's method. Resolutions are the only method today. */
export const BALLOT_FORMS = { resolution: RESOLUTION };
