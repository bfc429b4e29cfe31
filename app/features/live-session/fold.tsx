import type { ReactNode } from "react";
import type { ButtonTone } from "#app/ui/button.tsx";
import "#app/ui/button.css";
import "#app/ui/confirm.css";

type FoldProps = {
  label: ReactNode;
  tone?: ButtonTone;
  /** The key that opens it, named to assistive technology. */
  shortcut?: string | undefined;
  children: ReactNode;
};

/** A form behind its button, opened in place and without JavaScript. */
export function Fold({ label, tone = "quiet", shortcut, children }: FoldProps) {
  return (
    <details className="confirm">
      <summary className={`button button-${tone}`} aria-keyshortcuts={shortcut}>
        {label}
      </summary>
      <div className="confirm-body stack">{children}</div>
    </details>
  );
}
