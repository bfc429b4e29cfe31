import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./member-fold.css";

type MemberFoldProps = {
  /** Where a jump leads: inside, so that a browser unfolds it on the way, without scripts too. */
  id: string;
  title: ReactNode;
  /** How it stands, legible while it is folded. */
  standing?: ReactNode;
  /** Of use now: unfolds when it becomes true, and never folds under a reader's eyes. */
  open?: boolean;
  children: ReactNode;
};

/** A part of the member's page: a line on a phone until it is wanted, laid open on a desk. */
export function MemberFold({ id, title, standing, open = false, children }: MemberFoldProps) {
  const heading = useId();
  const fold = useRef<HTMLDetailsElement>(null);
  const [openAtFirst] = useState(open);
  useEffect(() => {
    const wide = window.matchMedia("(width >= 64rem)").matches;
    if (fold.current && (open || wide)) fold.current.open = true;
  }, [open]);
  return (
    <section className="member-fold" aria-labelledby={heading}>
      <details ref={fold} open={openAtFirst}>
        <summary>
          <h2 id={heading}>{title}</h2>
          {standing && <span className="small muted">{standing}</span>}
        </summary>
        <div id={id} className="member-fold-body stack">
          {children}
        </div>
      </details>
    </section>
  );
}
