import type { Language } from "../kernel/languages.ts";
import type { HeaderProblem, RegisterColumn } from "./register-columns.ts";
import { readHeader, REGISTER_COLUMNS } from "./register-columns.ts";
import {
  plainName,
  readDay,
  readDeparture,
  readEmail,
  readKind,
  readLanguage,
  readShares,
} from "./register-values.ts";
import type { Departure } from "./stock.ts";

/** One line of a register, normalised. */
export type RegisterRow = {
  registerNo: string;
  kind: "natural" | "legal";
  givenName: string;
  familyName: string;
  language: Language;
  officeId?: string;
  email?: string;
  postal: string;
  categoryId: string;
  shares: number;
  /** ISO dates. */
  admittedOn: string;
  left?: { on: string; as: Departure };
};

export type RegisterProblemCode =
  | HeaderProblem["code"]
  | "cell-count"
  | "missing"
  | "too-long"
  | "bad-date"
  | "bad-email"
  | "bad-number"
  | "unknown-kind"
  | "unknown-language"
  | "unknown-office"
  | "unknown-category"
  | "unknown-departure"
  | "incomplete-departure"
  | "left-before-admitted"
  | "duplicate-register-no"
  | "duplicate-email"
  | "unreadable"
  | "address-taken"
  | "admission-differs"
  | "departure-differs";

/** What is wrong with a cell. `line` counts from 1, the header; `value` is cut short. */
export type RegisterProblem = {
  line: number;
  column: string;
  code: RegisterProblemCode;
  value: string;
};

/** What the cooperative knows: a register speaks of no other office and no other category. */
export type RegisterKnown = {
  offices: readonly { id: string; name: string }[];
  categories: readonly string[];
};

export type RegisterLine =
  | { ok: true; row: RegisterRow }
  | { ok: false; problems: RegisterProblem[] };

const SHOWN_CHARACTERS = 40;

/**
 * Reads a register line by line, so that a caller can tell how far it is. `problems` are those of
 * the header; with any, no line can be read. Remembers numbers and addresses to find them twice.
 */
export function registerReader(
  header: readonly string[],
  known: RegisterKnown,
): { problems: RegisterProblem[]; read: (line: number, cells: readonly string[]) => RegisterLine } {
  const { columns, problems } = readHeader(header);
  const categories = new Map(known.categories.map((id) => [plainName(id), id]));
  const offices = new Map(
    known.offices.flatMap(({ id, name }) => [
      [plainName(id), id],
      [plainName(name), id],
    ]),
  );
  const numbers = new Set<string>();
  const addresses = new Set<string>();

  return {
    problems: problems.map((problem) => ({ line: 1, value: "", ...problem })),
    read(line, cells) {
      if (cells.length !== columns.length) {
        const value = String(cells.length);
        return { ok: false, problems: [{ line, column: "", code: "cell-count", value }] };
      }
      const reading = readLine(line, new Map(columns.map((name, at) => [name, cells[at] ?? ""])));
      const row = rowOf(reading, categories, offices);
      reading.once("register_no", row.registerNo, numbers, "duplicate-register-no");
      reading.once("email", row.email, addresses, "duplicate-email");
      return reading.problems.length > 0
        ? { ok: false, problems: reading.problems }
        : { ok: true, row: row as RegisterRow };
    },
  };
}

type Reading = ReturnType<typeof readLine>;

/** The cells of one line and the problems found so far. */
function readLine(line: number, cells: ReadonlyMap<RegisterColumn, string>) {
  const problems: RegisterProblem[] = [];
  const report = (column: RegisterColumn, code: RegisterProblemCode): void => {
    const value = (cells.get(column) ?? "").trim().slice(0, SHOWN_CHARACTERS);
    problems.push({ line, column, code, value });
  };
  const text = (column: RegisterColumn): string => {
    const cell = (cells.get(column) ?? "").trim();
    if (cell === "" && REGISTER_COLUMNS[column].required) report(column, "missing");
    if (cell.length <= REGISTER_COLUMNS[column].maxLength) return cell;
    report(column, "too-long");
    return "";
  };
  return {
    problems,
    report,
    text,
    /** A cell understood by `read`; undefined where it is empty or wrong. */
    value: <T>(
      column: RegisterColumn,
      read: (cell: string) => T | undefined,
      code: RegisterProblemCode,
    ): T | undefined => {
      const cell = text(column);
      const value = cell === "" ? undefined : read(cell);
      if (cell !== "" && value === undefined) report(column, code);
      return value;
    },
    once: (
      column: RegisterColumn,
      value: string | undefined,
      seen: Set<string>,
      code: RegisterProblemCode,
    ): void => {
      if (!value) return;
      if (seen.has(value)) report(column, code);
      seen.add(value);
    },
  };
}

function rowOf(
  reading: Reading,
  categories: ReadonlyMap<string, string>,
  offices: ReadonlyMap<string, string>,
): Partial<RegisterRow> {
  const { text, value } = reading;
  const among = (list: ReadonlyMap<string, string>) => (cell: string) => list.get(plainName(cell));
  const admittedOn = value("admitted_on", readDay, "bad-date");
  return {
    registerNo: text("register_no"),
    kind: value("kind", readKind, "unknown-kind") ?? "natural",
    givenName: text("given_name"),
    familyName: text("family_name"),
    language: value("language", readLanguage, "unknown-language"),
    officeId: value("office", among(offices), "unknown-office"),
    email: value("email", readEmail, "bad-email"),
    postal: text("postal"),
    categoryId: value("category", among(categories), "unknown-category"),
    shares: value("shares", readShares, "bad-number"),
    admittedOn,
    left: departureOf(reading, admittedOn),
  };
}

/** A departure has a day and a reason, and comes after the admission. */
function departureOf(reading: Reading, admittedOn: string | undefined): RegisterRow["left"] {
  const had = reading.problems.length;
  const on = reading.value("left_on", readDay, "bad-date");
  const as = reading.value("left_as", readDeparture, "unknown-departure");
  if (reading.problems.length > had) return undefined;
  if (!on && !as) return undefined;
  if (!on || !as) {
    reading.report(on ? "left_as" : "left_on", "incomplete-departure");
    return undefined;
  }
  if (admittedOn && on < admittedOn) reading.report("left_on", "left-before-admitted");
  return { on, as };
}
