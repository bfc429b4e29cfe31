import type { RegisterProblem, RegisterRow } from "#domain/membership/register-csv.ts";
import { registerReader } from "#domain/membership/register-csv.ts";
import { changesOf, type RegisterChange } from "#domain/membership/register-changes.ts";
import type { ImportProgress } from "#domain/membership/register-import.ts";
import { MAX_PROBLEMS, NO_PROGRESS } from "#domain/membership/register-import.ts";
import type { Random } from "../../platform/random.ts";
import { countLines, readCsv, UnreadableCsv } from "./read-csv.ts";
import type { EventToWrite, PersonToWrite, Register } from "./repository.ts";

/** What an import would write, and what is wrong with its file. */
export type ImportPlan = {
  created: PersonToWrite[];
  changed: PersonToWrite[];
  events: EventToWrite[];
  progress: ImportProgress;
  /** The first thousand. */
  problems: RegisterProblem[];
};

type Context = {
  content: Uint8Array;
  register: Register;
  /** ISO date. */
  today: string;
  random: Random;
  onProgress: (progress: ImportProgress) => Promise<void>;
};

const LINES_A_REPORT = 2_000;

/** Reads a file against the register, line by line, and writes nothing. */
export async function planImport(context: Context): Promise<ImportPlan> {
  const plan = emptyPlan(countLines(context.content));
  const rows: ReadRow[] = [];
  try {
    await readRows(plan, context, rows);
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    reportLine(plan, [{ line: error.line, column: "", code: "unreadable", value: "" }]);
  }
  const inFile = new Map(rows.map(({ row }) => [row.registerNo, row]));
  for (const read of rows) planLine(plan, context, inFile, read);
  plan.progress.lines = plan.progress.done;
  return plan;
}

type ReadRow = { line: number; row: RegisterRow };

async function readRows(plan: ImportPlan, context: Context, rows: ReadRow[]): Promise<void> {
  const lines = readCsv(context.content);
  const header = await lines.next();
  if (header.done) throw new UnreadableCsv(1);
  const reader = registerReader(header.value.cells, context.register.known);
  report(plan, reader.problems);
  if (reader.problems.length > 0) return;
  for await (const { line, cells } of lines) {
    const read = reader.read(line, cells);
    if (read.ok) rows.push({ line, row: read.row });
    else reportLine(plan, read.problems);
    plan.progress.done += 1;
    if (plan.progress.done % LINES_A_REPORT === 0) await context.onProgress(plan.progress);
  }
}

function emptyPlan(lines: number): ImportPlan {
  return {
    created: [],
    changed: [],
    events: [],
    progress: { ...NO_PROGRESS, lines },
    problems: [],
  };
}

function reportLine(plan: ImportPlan, problems: RegisterProblem[]): void {
  plan.progress.wrong += 1;
  report(plan, problems);
}

function report(plan: ImportPlan, problems: RegisterProblem[]): void {
  plan.problems.push(...problems.slice(0, MAX_PROBLEMS - plan.problems.length));
}

function planLine(
  plan: ImportPlan,
  { register, today, random }: Context,
  inFile: ReadonlyMap<string, RegisterRow>,
  { line, row }: ReadRow,
): void {
  if (isAddressTaken(register, inFile, row)) {
    const value = row.email ?? "";
    return reportLine(plan, [{ line, column: "email", code: "address-taken", value }]);
  }
  const known = register.persons.get(row.registerNo);
  const judged = changesOf(row, known, today);
  if (!judged.ok) {
    const { column } = judged.conflict;
    const value = (column === "admitted_on" ? row.admittedOn : row.left?.on) ?? "";
    return reportLine(plan, [{ line, value, ...judged.conflict }]);
  }
  const person = personToWrite(known?.id ?? random.uuid(), row);
  addChange(plan, person, known !== undefined, judged.change);
}

function addChange(
  plan: ImportPlan,
  person: PersonToWrite,
  known: boolean,
  { personChanges, events }: RegisterChange,
): void {
  if (!known) plan.created.push(person);
  else if (personChanges) plan.changed.push(person);
  plan.events.push(...events.map((event) => ({ ...event, personId: person.id })));
  plan.progress.events += events.length;
  const changed = personChanges || events.length > 0;
  plan.progress[!known ? "created" : changed ? "changed" : "unchanged"] += 1;
}

/** Somebody else has the address and does not give it up in the same file. */
function isAddressTaken(
  { addresses }: Register,
  inFile: ReadonlyMap<string, RegisterRow>,
  row: RegisterRow,
): boolean {
  if (!row.email || !addresses.has(row.email)) return false;
  const owner = addresses.get(row.email);
  if (owner === row.registerNo) return false;
  return !owner || !inFile.get(owner)?.email;
}

function personToWrite(id: string, row: RegisterRow): PersonToWrite {
  const { registerNo, kind, givenName, familyName, language, officeId, email, postal } = row;
  return { id, registerNo, kind, givenName, familyName, language, officeId, email, postal };
}
