export type Block =
  | { kind: "heading" | "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/**
 * A document's plain text in blocks: `## ` begins a heading, `- ` an entry of a list, an empty line
 * a new paragraph. No markup beyond that: documents come from many hands and print the same.
 */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of body.split("\n").map((raw) => raw.trim())) {
    const last = blocks.at(-1);
    if (line === "") {
      open = false;
    } else if (line.startsWith("## ")) {
      blocks.push({ kind: "heading", text: line.slice(3) });
      open = false;
    } else if (line.startsWith("- ")) {
      if (open && last?.kind === "list") last.items.push(line.slice(2));
      else blocks.push({ kind: "list", items: [line.slice(2)] });
      open = true;
    } else if (open && last?.kind === "paragraph") {
      last.text += ` ${line}`;
    } else {
      blocks.push({ kind: "paragraph", text: line });
      open = true;
    }
  }
  return blocks;
}
