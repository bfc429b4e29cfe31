import type { ReactNode } from "react";
import type { ButtonTone } from "./button.tsx";
import "./button.css";
import "./confirm.css";

/**
 * An act that cannot be taken back asks twice, without a dialog and without JavaScript: the first
 * press opens the reason and the real button, which `children` brings (a form).
 */
export function Confirm({
  label,
  why,
  tone = "quiet",
  open,
  children,
}: {
  label: ReactNode;
  why: ReactNode;
  tone?: ButtonTone;
  /** It was pressed already: what was typed is still there. */
  open?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <details className="confirm" open={open}>
      <summary className={`button button-${tone}`}>{label}</summary>
      <div className="confirm-body stack">
        <p>{why}</p>
        {children}
      </div>
    </details>
  );
}
