import type { ReactNode } from "react";
import "./stage.css";

type StageFoldProps = {
  /** Where a jump leads. */
  id: string;
  title: ReactNode;
  /** How it stands, legible while it is folded. */
  standing?: ReactNode;
  /** Something waits in it: unfolded from the start. */
  open?: boolean;
  children: ReactNode;
};

/** A part of a desk that is folded until it is needed, so that a phone shows what comes next. */
export function StageFold({ id, title, standing, open = false, children }: StageFoldProps) {
  return (
    <details id={id} className="stage-fold" open={open}>
      <summary>
        <h2 className="stage-fold-title">{title}</h2>
        {standing && <span className="small muted">{standing}</span>}
      </summary>
      <div className="stage-fold-body stack">{children}</div>
    </details>
  );
}
