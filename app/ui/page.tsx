import { type ReactNode, useId } from "react";
import "./page.css";

/** What a route shows inside the hall: its one heading, then what it is about. */
export function Page({
  kicker,
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  /** Where we are, above the title: an assembly's name, a way back. */
  kicker?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** For tables and consoles; text keeps to its measure either way. */
  wide?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={wide ? "page page-wide" : "page"}>
      <header className="page-head">
        {kicker && <p className="page-kicker">{kicker}</p>}
        <h1>{title}</h1>
        {lead && <div className="page-lead">{lead}</div>}
        {actions && <div className="row page-actions">{actions}</div>}
      </header>
      <div className="stack-wide">{children}</div>
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({
  id,
  title,
  action,
  children,
}: {
  id?: string;
  title: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section id={id} className="section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {action}
      </div>
      <div className="stack">{children}</div>
    </section>
  );
}
