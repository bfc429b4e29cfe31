import { readFile, writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import type { BallotShape } from "#domain/decisions/ballot.ts";
import { writeBlt } from "#domain/decisions/formats/blt-writer.ts";
import { writeTallyBundle } from "#domain/decisions/formats/bundle-writer.ts";
import { writeCsv } from "#domain/decisions/formats/csv-writer.ts";
import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { FORMATS, readElection } from "#domain/decisions/formats/read-election.ts";
import { Stop } from "../steps.mjs";

/** Reads an election file whole. @throws Stop with line and column where it makes no sense. */
export async function readElectionFile(name: string, shape?: BallotShape): Promise<ElectionFile> {
  const format = formatOf(name, Object.keys(FORMATS));
  const text = decode(await bytesOf(name), name);
  const read = readElection(format, text, shape);
  if (read.ok) return read.value;
  const { line, column, expected, found } = read.problem;
  throw new Stop(
    `${basename(name)}, line ${line}, column ${column}: expected ${expected}; found ${found}.`,
  );
}

/** Writes what was read in the format of the new file's name. @throws Stop where it cannot be. */
export async function writeElectionFile(name: string, election: ElectionFile): Promise<void> {
  const text = textOf(formatOf(name, ["blt", "csv", "json"]), election);
  await writeFile(fromWhereItWasCalled(name), text);
}

function textOf(format: string, election: ElectionFile): string {
  if (format === "csv") return writeCsv(election);
  if (format === "json") return writeTallyBundle(election);
  const written = writeBlt(election);
  if (written.ok) return written.value;
  throw new Stop(NOT_BLT[written.refusal.code]);
}

const NOT_BLT = {
  "not-rankings": "BLT holds rankings; these ballots say something else.",
  "line-break-in-name": "A name with a line break cannot be written to BLT.",
};

function formatOf(name: string, formats: readonly string[]): string {
  const format = extname(name).slice(1).toLowerCase();
  if (formats.includes(format)) return format;
  throw new Stop(`${basename(name)}: expected a name that ends with .${formats.join(", .")}.`);
}

async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(fromWhereItWasCalled(name));
  } catch (error) {
    throw new Stop(`${name} cannot be read: ${(error as Error).message}`);
  }
}

/** npm runs a script in the folder of its package, and keeps where it was called from. */
function fromWhereItWasCalled(name: string): string {
  return resolve(process.env["INIT_CWD"] ?? "", name);
}

/** UTF-8, or what older programs on Windows wrote. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw new Stop(`${name} is too large to be read.`);
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
