import type { ReactNode } from "react";
import "./receipt.css";

/** The part that is torn off: what was taken, when, and the code that finds it again. */
export function Receipt({
  title,
  code,
  codeLabel,
  children,
}: {
  title: ReactNode;
  code: string;
  codeLabel: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="receipt">
      <div className="receipt-paper stack">
        <h2 className="receipt-title">{title}</h2>
        <p className="receipt-row">
          <span className="muted">{codeLabel}</span>
          <code className="receipt-code">{inFours(code)}</code>
        </p>
        {children}
      </div>
    </section>
  );
}

/** Groups of four are read aloud and compared without losing one's place. */
function inFours(code: string): string {
  return code.includes("-") || code.includes(" ") ? code : code.replace(/(.{4})(?=.)/g, "$1 ");
}
