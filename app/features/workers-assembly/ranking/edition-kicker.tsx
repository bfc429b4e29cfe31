import { Link } from "@remix-run/react";
import { Words } from "#app/ui/language-tag.tsx";
import type { EditionHead } from "#wire/workers-assembly.ts";

/** The way back to the assembly that a page belongs to. */
export function EditionKicker({ head: { slug, titles } }: { head: EditionHead }) {
  return (
    <Link to={`/workers-assembly/${slug}`}>
      <Words of={titles} />
    </Link>
  );
}
