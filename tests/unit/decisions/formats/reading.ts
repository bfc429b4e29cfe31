import { expect } from "vitest";
import type { BallotShape } from "#domain/decisions/ballot.ts";
import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { readElection } from "#domain/decisions/formats/read-election.ts";

/** What a good file holds, its ballots as a list. */
export function reading(format: string, text: string, shape?: BallotShape) {
  const read = readElection(format, text, shape);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.problem)}`);
  return listed(read.value);
}

export function listed({ profile, ...file }: ElectionFile) {
  return { ...file, profile: { ...profile, ballots: [...profile.ballots] } };
}

/** Where a bad file stops making sense, as `line:column expected … found …`. */
export function problemOf(format: string, text: string, shape?: BallotShape): string {
  const read = readElection(format, text, shape);
  expect(read.ok).toBe(false);
  if (read.ok) return "";
  const { line, column, expected, found } = read.problem;
  return `${line}:${column} expected ${expected}, found ${found}`;
}
