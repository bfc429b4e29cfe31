import { canonicalJson } from "../../kernel/json.ts";
import type { ElectionFile } from "./election-file.ts";
import { TALLY_FORMAT } from "./tally-bundle.ts";

/** Writes the bundle that `readTallyBundle` reads, as canonical JSON. */
export function writeTallyBundle(file: ElectionFile): string {
  const { title, method, settings, tie, names, profile } = file;
  const { options, ballots, invalid = 0 } = profile;
  return canonicalJson({
    format: TALLY_FORMAT,
    title,
    method,
    settings,
    tie,
    options: options.map((id, at) => ({ id, name: names[at] ?? id })),
    ballots: [...ballots].map(({ content, count }) => ({ content, count })),
    invalid,
  });
}
