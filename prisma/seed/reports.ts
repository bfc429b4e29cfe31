import type { ClientBase } from "pg";
import { insertRows } from "./batch.ts";
import { PUBLICATIONS } from "./reports-published.ts";

/** A figure of the demo's own, labelled as invented wherever it is shown. */
export type InventedFigure = {
  key: string;
  year: number;
  value: number;
  unit: string;
  note: string;
};

const COLUMNS = {
  key: "text",
  year: "int",
  value: "numeric",
  unit: "text",
  status: "text",
  source: "text",
  note: "text",
};

/** The dated figures of 2023 to 2025 with where each comes from. */
export async function seedReports(
  client: ClientBase,
  invented: readonly InventedFigure[],
): Promise<void> {
  const published = PUBLICATIONS.flatMap(({ source, year, figures }) =>
    figures.map(([key, value, unit, note = ""]) => {
      const status = value === null ? "unknown" : "sourced";
      return { key, year, value, unit, status, source, note };
    }),
  );
  const added = invented.map((figure) => ({ ...figure, status: "invented", source: "demo" }));
  await insertRows(client, "dated_fact", COLUMNS, [...published, ...added]);
}
