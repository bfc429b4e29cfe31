import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { Shape, type ShapeName } from "./shape.tsx";
import "./choice.css";
// The legend and its help look like those of a field.
import "./field.css";

/** Some choices under one question. */
export function Choices({
  legend,
  help,
  error,
  children,
}: {
  legend: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={error ? "choices field-wrong" : "choices"}
      aria-describedby={described || undefined}
    >
      <legend className="choices-legend">{legend}</legend>
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      <div className="choices-list">{children}</div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export type ChoiceTone = "for" | "against" | "abstain";
const TONE_SHAPES: Record<ChoiceTone, ShapeName> = {
  for: "circle",
  against: "square",
  abstain: "ring",
};

/** A radio button or a tick as large as a thumb. `tone` gives the three answers their shape. */
export function Choice({
  label,
  help,
  tone,
  type = "radio",
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  label: ReactNode;
  help?: ReactNode;
  tone?: ChoiceTone;
  type?: "radio" | "checkbox";
}) {
  const id = useId();
  return (
    <label className={tone ? `choice choice-${tone}` : "choice"}>
      <input
        {...input}
        type={type}
        className="choice-input"
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <span className="choice-words">
        <span className="choice-label">{label}</span>
        {help && (
          <span id={`${id}-help`} className="choice-help">
            {help}
          </span>
        )}
      </span>
      {tone && <Shape name={TONE_SHAPES[tone]} className="choice-shape" />}
    </label>
  );
}

/** One tick with its words: yes when ticked. */
export function CheckBox(props: Omit<Parameters<typeof Choice>[0], "type" | "tone">) {
  return <Choice {...props} type="checkbox" />;
}
