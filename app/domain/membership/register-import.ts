import type { RegisterProblem } from "./register-csv.ts";

/** The life of an import: checked without writing anything, then written on demand, whole or not. */
export const IMPORT_STATUSES = [
  "waiting",
  "checking",
  "checked",
  "wrong",
  "writing",
  "written",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Whether the job process has something to do. */
export function isImportRunning(status: ImportStatus): boolean {
  return status === "waiting" || status === "checking" || status === "writing";
}

/** Counts of lines, of which so many are done; `events` are what the ledger gains. */
export type ImportProgress = {
  lines: number;
  done: number;
  created: number;
  changed: number;
  unchanged: number;
  wrong: number;
  events: number;
};

export const NO_PROGRESS: ImportProgress = {
  lines: 0,
  done: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  wrong: 0,
  events: 0,
};

/** Problems that a report keeps; a file with more is wrong throughout. */
export const MAX_PROBLEMS = 1_000;

/** Largest file (bytes). */
export const MAX_REGISTER_BYTES = 40 * 1024 * 1024;

/** An import as its page shows it. */
export type ImportReport = {
  id: string;
  fileName: string;
  status: ImportStatus;
  progress: ImportProgress;
  problems: RegisterProblem[];
  startedBy: string;
  /** ISO instant. */
  startedAt: string;
};
