import type { ReactNode, RefObject } from "react";
import type { BallotShape } from "#domain/decisions/ballot.ts";
import { SHAPE_FIELD } from "./form.ts";
import "./ballot-forms.css";

type FieldsFrameProps = {
  shape: BallotShape;
  around?: RefObject<HTMLDivElement>;
  onChange?: () => void;
  /** How far one is; stays in sight at 35 options, and is said as it changes. */
  summary: string;
  /** What is filled in is more than the ballot may say. */
  wrong?: boolean;
  children: ReactNode;
};

/** The fields of a ballot about several options, and a line that counts what is filled in. */
export function FieldsFrame(props: FieldsFrameProps) {
  const { shape, around, onChange, summary, wrong = false, children } = props;
  return (
    <div className="ballot-fields" ref={around} onChange={onChange}>
      <input type="hidden" name={SHAPE_FIELD} value={shape} />
      {children}
      <p role="status" className={wrong ? "ballot-count ballot-count-wrong" : "ballot-count"}>
        {summary}
      </p>
    </div>
  );
}
