export type FigureStatus = "sourced" | "invented" | "unknown";

/** A figure of one year; `value` is missing where no publication gives it. */
export type FigureOfYear = {
  year: number;
  value?: number;
  status: FigureStatus;
  /** Keys of the catalogue `figures`: sources and notes. */
  source: string;
  note: string;
};

/** What is counted, year by year; `key` is "members.total": group and fact. */
export type FigureLine = { key: string; unit: string; years: FigureOfYear[] };
