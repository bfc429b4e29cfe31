import type { ComponentType } from "react";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { DecisionPage, LabelledOption } from "#wire/decisions.ts";

/** What a ballot's form has to know of its decision. */
export type BallotSubject = Pick<DecisionPage, "method" | "options" | "optionOrder" | "ballot">;

export type BallotFieldsProps = {
  page: BallotSubject;
  legend: string;
  /** What happens with what is filled in. */
  hint: string;
  /** What was filled in before, if the ballot comes back from the review. */
  filled?: BallotContent;
  /** The choice stays shown and cannot be changed: the vote was closed. */
  disabled: boolean;
};

export type BallotChoiceProps = { page: BallotSubject; content: BallotContent };

/** How the ballots of one shape are filled in; `readBallot` (read.ts) reads them back. */
export type BallotForm = {
  Fields: ComponentType<BallotFieldsProps>;
  /** The choice, in words: a phrase for the shape `choice`, lists for the others. */
  Choice: ComponentType<BallotChoiceProps>;
};

/** The options as this voter's ballot shows them. */
export function shownOptions({ options, optionOrder }: BallotSubject): LabelledOption[] {
  return optionOrder.flatMap((id) => options.find((option) => option.id === id) ?? []);
}

/**
 * The fields of the shapes that ask about several options are called `prefix.option`; this hidden
 * field tells a form in which nothing was filled in, a blank ballot, from one without the fields.
 */
export const SHAPE_FIELD = "shape";

/** The values of the fields `prefix.option`, by option; empty ones are left out. */
export function fieldsOf(form: FormData, prefix: string): [option: string, value: string][] {
  return [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(`${prefix}.`) && typeof value === "string" && value
      ? [[name.slice(prefix.length + 1), value] as [string, string]]
      : [],
  );
}
