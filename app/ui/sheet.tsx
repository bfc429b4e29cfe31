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
  level = 1,
}: {
  kind: ReactNode;
  basis?: ReactNode;
  title: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  /** 1 where the sheet is the whole page, 2 where it lies on one. */
  level?: 1 | 2;
}) {
  const Title = `h${level}` as const;
  return (
    <article className="sheet">
      <header className="sheet-head">
        <p className="sheet-kind">
          <span>{kind}</span>
          {basis && <span className="sheet-basis">{basis}</span>}
        </p>
        <Title className="sheet-title">{title}</Title>
      </header>
      <div className="sheet-body stack">{children}</div>
      {foot && <footer className="sheet-foot">{foot}</footer>}
    </article>
  );
}
