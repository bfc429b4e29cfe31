import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";

/** A text from a file for a terminal: nothing in it moves the cursor or turns the line around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, "\uFFFD");
}

export type Label = (id: string) => string;

/** What to call an option: its name, with the id beside it where another one has the same name. */
export function labelsOf({ names, profile }: ElectionFile): Label {
  const shared = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const labels = new Map(
    profile.options.map((id, at) => {
      const name = names[at] ?? "";
      const label = name === "" ? id : shared.has(name) ? `${name} (${id})` : name;
      return [id, printable(label)];
    }),
  );
  return (id) => labels.get(id) ?? printable(id);
}

/** Columns of equal width, two spaces apart; those after the first to the right where asked. */
export function table(rows: readonly (readonly string[])[], numeric = false): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? "")), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat(widths[column]! - widthOf(cell));
        return numeric && column > 0 ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return [...text].length;
}

/** Lines set off below a heading; nothing for no lines. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", heading, ...lines.map((line) => `  ${line}`)] : [];
}
