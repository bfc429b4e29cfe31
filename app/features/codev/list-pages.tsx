import { Link, useSearchParams } from "@remix-run/react";
import type { ListPage } from "#wire/codev-board.ts";

type Props = {
  /** The field of the address that says which page. */
  name: "cycles" | "queue";
  list: ListPage;
  words: { heading: string; before: string; after: string };
};

/** The way to the other pages of a long list; the other lists stay where they are. */
export function ListPages({ name, list: { page, pages }, words }: Props) {
  const [asked] = useSearchParams();
  if (pages <= 1) return null;
  const to = (other: number) => {
    const next = new URLSearchParams(asked);
    next.set(name, String(other));
    return `?${next.toString()}`;
  };
  return (
    <nav className="codev-line" aria-label={words.heading}>
      {page > 1 && <Link to={to(page - 1)}>{words.before}</Link>}
      <span className="muted small">
        {page} / {pages}
      </span>
      {page < pages && <Link to={to(page + 1)}>{words.after}</Link>}
    </nav>
  );
}
