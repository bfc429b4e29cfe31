import type { ReactNode } from "react";
import type { ButtonTone } from "#app/ui/button.tsx";
import "#app/ui/button.css";
import "#app/ui/confirm.css";

type FoldProps = {
  label: ReactNode;
  tone?: ButtonTone;
  /** The key that opens it, named to assistive technology. */
  shortcut?: string | undefined;
  /** Unfolded from the start: a plain form came back with something to fill in. */
  open?: boolean;
  children: ReactNode;
};

/** A form behind its button, opened in place and without JavaScript. */
export function Fold({ label, tone = "quiet", shortcut, open = false, children }: FoldProps) {
  return (
    <details className="confirm" open={open}>
      <summary className={`button button-${tone}`} aria-keyshortcuts={shortcut}>
        {label}
      </summary>
      <div className="confirm-body stack">{children}</div>
    </details>
  );
}
