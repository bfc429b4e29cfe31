import { type Result, ok, refuse } from "../../kernel/result.ts";
import type { BallotContent } from "../ballot.ts";
import type { ElectionFile } from "./election-file.ts";

/**
 * `not-rankings`: BLT holds ranks, and nothing else. `line-break-in-name`: a name of BLT is on one
 * line.
 */
export type BltRefusal = "not-rankings" | "line-break-in-name";

/**
 * Writes BLT: options numbered in the order of the profile, a choice as a ballot of one rank.
 * The format has no place for invalid papers, nor for how to count. Refused rather than changed.
 */
export function writeBlt(
  file: Pick<ElectionFile, "names" | "profile" | "seats" | "title">,
): Result<string, BltRefusal> {
  const { options, ballots } = file.profile;
  const texts = [...file.names, ...(file.title === undefined ? [] : [file.title])];
  if (texts.some((text) => /[\n\r]/.test(text))) return refuse("line-break-in-name");

  const numbers = new Map(options.map((option, index) => [option, String(index + 1)]));
  const lines = [`${options.length} ${file.seats ?? 1}`];
  for (const { content, count } of ballots) {
    const ranks = ranksOf(content);
    if (!ranks) return refuse("not-rankings");
    const words = ranks.map((rank) => rank.map((option) => numbers.get(option)).join("="));
    // A group of no ballots would read as the end of them.
    if (count > 0) lines.push([count, ...words, 0].join(" "));
  }
  lines.push("0", ...texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`), "");
  return ok(lines.join("\n"));
}

function ranksOf(content: BallotContent): string[][] | undefined {
  if (content.kind === "blank") return [];
  if (content.kind === "choice") return [[content.option]];
  return content.kind === "rank" ? content.ranks : undefined;
}
