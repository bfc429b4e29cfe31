import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "./button.tsx";

type PagerProps = {
  /** The field of the address that says which page. */
  name?: string;
  list: { page: number; pages: number };
  /** `here` where the list says more than the two numbers. */
  words: { heading: string; before: string; after: string; here?: string };
};

/** The ways to the other pages of a long list; nothing where all is shown, and nothing else moves. */
export function Pager({ name = "page", list: { page, pages }, words }: PagerProps) {
  const [asked] = useSearchParams();
  if (pages <= 1) return null;
  const to = (other: number) => {
    const next = new URLSearchParams(asked);
    next.set(name, String(other));
    return `?${next.toString()}`;
  };
  return (
    <nav className="row" aria-label={words.heading}>
      {page > 1 && (
        <ButtonLink to={to(page - 1)} tone="quiet">
          {words.before}
        </ButtonLink>
      )}
      <span className="muted small">{words.here ?? `${page} / ${pages}`}</span>
      {page < pages && (
        <ButtonLink to={to(page + 1)} tone="quiet">
          {words.after}
        </ButtonLink>
      )}
    </nav>
  );
}
