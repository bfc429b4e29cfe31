import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { FigureLine, FigureStatus } from "#wire/reports.ts";

type FactRow = {
  key: string;
  year: number;
  value: string | null;
  unit: string;
  status: FigureStatus;
  source: string;
  note: string;
};

/** Every figure with its years. They are public: whoever reads them reads where they are from. */
export async function figures(pool: Pool, actor: Actor): Promise<FigureLine[]> {
  if (!can(actor, "assembly.read", COOPERATIVE)) return [];
  const { rows } = await pool.query<FactRow>(
    "SELECT key, year, value, unit, status, source, note FROM dated_fact ORDER BY key, year",
  );
  const lines = new Map<string, FigureLine>();
  for (const { key, unit, year, value, status, source, note } of rows) {
    const line = lines.get(key) ?? { key, unit, years: [] };
    line.years.push({
      year,
      status,
      source,
      note,
      ...(value === null ? {} : { value: Number(value) }),
    });
    lines.set(key, line);
  }
  return [...lines.values()];
}
