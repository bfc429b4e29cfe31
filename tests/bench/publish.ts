import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

export type Row = { what: string; value: string; bound?: string; holds?: boolean };

const FILE = "docs/performance.md";

/** Prints the figures as JSON and as a table; with --write, puts the table into the document. */
export function publish(name: string, figures: object, rows: readonly Row[]): void {
  const lines = [
    "| measured | value | bound | holds |",
    "|---|---|---|---|",
    ...rows.map(
      ({ what, value, bound, holds }) =>
        `| ${what} | ${value} | ${bound ?? "–"} | ${holds === undefined ? "–" : holds ? "yes" : "**no**"} |`,
    ),
  ];
  process.stdout.write(`${JSON.stringify({ bench: name, ...figures }, null, 2)}\n\n`);
  process.stdout.write(`${lines.join("\n")}\n`);
  if (process.argv.includes("--write")) writeSection(name, lines);
  if (rows.some((row) => row.holds === false)) process.exitCode = 1;
}

function writeSection(name: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(FILE, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${FILE} has no place for ${name}`);
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${day}, ${cpus().length} cores, Node ${process.versions.node}`;
  const section = `${begin}\n\n${machine}\n\n${lines.join("\n")}\n\n`;
  writeFileSync(FILE, text.slice(0, from) + section + text.slice(to));
}
