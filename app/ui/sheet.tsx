import type { ReactNode } from "react";
import "./sheet.css";

/**
 * Paper: a ballot, a result's minutes, a text with its own head. `kind` is what is printed across
 * the top (« Vote nominal »), `basis` the article it rests on.
 */
export function Sheet({
  kind,
  basis,
  title,
  children,
  foot,
}: {
  kind: ReactNode;
  basis?: ReactNode;
  title: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <article className="sheet">
      <header className="sheet-head">
        <p className="sheet-kind">
          <span>{kind}</span>
          {basis && <span className="sheet-basis">{basis}</span>}
        </p>
        <h1 className="sheet-title">{title}</h1>
      </header>
      <div className="sheet-body stack">{children}</div>
      {foot && <footer className="sheet-foot">{foot}</footer>}
    </article>
  );
}
