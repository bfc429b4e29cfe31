import { type BallotDefinition, decodeBallot, encodeBallot } from "#domain/decisions/ballot.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";

/** What a ballot by name says as it comes in: one option, or content in canonical text. */
export type Said = { optionId?: string | undefined; content?: string | undefined };

/** The same as its row holds it: an option where one was chosen, text for everything else. */
export type Written = { option: string; text: null } | { option: null; text: string };

/** What the row of this ballot holds, or why this decision does not take it. */
export function readSaid(
  { optionId, content }: Said,
  definition: BallotDefinition,
): Result<Written> {
  const text =
    content ?? (optionId === undefined ? "" : encodeBallot({ kind: "choice", option: optionId }));
  const read = decodeBallot(text, definition);
  if (!read) return refuse(content === undefined ? "unknown-option" : "bad-ballot");
  return ok(read.kind === "choice" ? { option: read.option, text: null } : { option: null, text });
}

/** SQL: what the ballot `b` says, in canonical text. */
export const SAID = `coalesce(b.content,
  '{"kind":"choice","option":' || to_json(b.option_id)::text || '}')`;
