import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import "./field.css";

type Wiring = {
  label: ReactNode;
  /** How to fill it in; read with the label. */
  help?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: ReactNode;
  /** Says "optional": required is the rule. */
  optional?: boolean;
};

type Wired = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

function FieldFrame({
  label,
  help,
  error,
  optional,
  children,
}: Wiring & { children: (wired: Wired) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional"> {t("field.optional")}</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** One line. */
export function Field({
  label,
  help,
  error,
  optional,
  ...input
}: Wiring & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame {...{ label, help, error, optional }}>
      {(wired) => <input required={!optional} {...input} {...wired} className="field-control" />}
    </FieldFrame>
  );
}

/** Several lines. With `maxLength` it says how many characters are left. */
export function TextArea({
  label,
  help,
  error,
  optional,
  onInput,
  ...area
}: Wiring & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { t } = useTranslation();
  const given = String(area.value ?? area.defaultValue ?? "").length;
  const [typed, setTyped] = useState(given);
  const length = area.value === undefined ? typed : given;
  return (
    <FieldFrame {...{ label, help, error, optional }}>
      {(wired) => (
        <>
          <textarea
            required={!optional}
            rows={4}
            {...area}
            {...wired}
            className="field-control field-area"
            onInput={(event) => {
              setTyped(event.currentTarget.value.length);
              onInput?.(event);
            }}
          />
          {area.maxLength !== undefined && (
            <p className="field-counter">
              {t("field.left", { count: Math.max(0, area.maxLength - length) })}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
}

/** One of a list that is too long to be shown as choices (more than about seven). */
export function Select({
  label,
  help,
  error,
  optional,
  options,
  ...select
}: Wiring &
  SelectHTMLAttributes<HTMLSelectElement> & {
    options: { value: string; label: string }[];
  }) {
  return (
    <FieldFrame {...{ label, help, error, optional }}>
      {(wired) => (
        <select required={!optional} {...select} {...wired} className="field-control">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
