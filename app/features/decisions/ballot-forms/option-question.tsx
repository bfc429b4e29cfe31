import type { ReactNode } from "react";
import type { BallotSubject } from "./form.ts";
import { OptionWords } from "./resolution.tsx";

type OptionQuestionProps = {
  page: BallotSubject;
  optionId: string;
  className: string;
  children: ReactNode;
};

/** One option of several that are asked about, with its answers. */
export function OptionQuestion({ page, optionId, className, children }: OptionQuestionProps) {
  return (
    <fieldset className="option-question">
      <legend>
        <OptionWords page={page} optionId={optionId} />
      </legend>
      <div className={`option-answers ${className}`}>{children}</div>
    </fieldset>
  );
}
