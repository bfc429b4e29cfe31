import type { BallotContent } from "../ballot.ts";
import { forSpreadsheet, writeCell } from "./csv-rows.ts";
import type { ElectionFile } from "./election-file.ts";

/** Writes the table of ballots that `readCsv` reads, by comma. Not: title, seats, method, settings. */
export function writeCsv({ names, profile }: Pick<ElectionFile, "names" | "profile">): string {
  const { options, ballots, invalid = 0 } = profile;
  const row = (cells: (string | number)[]) =>
    cells.map((cell) => writeCell(String(cell))).join(",");
  const lines = [row(["count", "kind", ...options.map(forSpreadsheet)])];
  lines.push(row(["", "name", ...names.map(forSpreadsheet)]));
  for (const { content, count } of ballots) {
    const marks = marksOf(content);
    lines.push(row([count, content.kind, ...options.map((option) => marks.get(option) ?? "")]));
  }
  if (invalid > 0) lines.push(row([invalid, "invalid", ...options.map(() => "")]));
  return [...lines, ""].join("\r\n");
}

function marksOf(content: BallotContent): Map<string, string | number> {
  switch (content.kind) {
    case "blank":
      return new Map();
    case "choice":
      return new Map([[content.option, "x"]]);
    case "approve":
      return new Map(content.options.map((option) => [option, "x"]));
    case "rank":
      return new Map(content.ranks.flatMap((rank, at) => rank.map((id) => [id, at + 1])));
    case "grade":
      return new Map(Object.entries(content.grades));
    case "per-option":
      return new Map(Object.entries(content.choices));
  }
}
