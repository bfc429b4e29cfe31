import type { Language } from "#domain/kernel/languages.ts";
import { type Block, blocksOf, type Told } from "./blocks.ts";

const MARKS: Record<Block["role"], string> = {
  H1: "# ",
  H2: "## ",
  H3: "### ",
  H4: "#### ",
  P: "",
  BlockQuote: "> ",
  LI: "- ",
  Grades: "",
};

/** A book of demands as plain text with marks (CommonMark 0.31). */
export function bookMarkdown(told: Told, language: Language): string {
  return blocksOf(told, language).map(markedUp).join("\n\n") + "\n";
}

function markedUp({ role, text }: Block): string {
  const lines = text.split("\n").map(plain);
  const mark = MARKS[role];
  if (role === "BlockQuote") return lines.map((line) => `${mark}${line}`.trimEnd()).join("\n");
  return mark + lines.join(role === "P" ? "\n" : " ");
}

/** What people wrote makes no heading, link or list of its own. */
function plain(line: string): string {
  return line.replaceAll(/[\\`*_[\]<>#|]/g, "\\$&").replace(/^(\s*)([-+]|\d+[.)])(\s)/, "$1\\$2$3");
}
