import type { ReactNode } from "react";
import "./notice.css";

/** Something to know before or after an act. `stop`: it did not work; `wait`: not yet. */
export type NoticeTone = "information" | "done" | "wait" | "stop";

export function Notice({
  tone = "information",
  title,
  role,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  /** "status" or "alert" where it appears after an act. */
  role?: "status" | "alert";
  children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {title && <p className="notice-title">{title}</p>}
      {children && <div className="notice-body stack">{children}</div>}
    </div>
  );
}
