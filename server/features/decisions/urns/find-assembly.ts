import type { Pool } from "pg";
import type { Translated } from "#domain/kernel/languages.ts";

/** What the desks of an assembly say of it. */
export type DeskAssembly = { id: string; slug: string; title: Translated; phase: string };

export async function findAssembly(pool: Pool, slug: string): Promise<DeskAssembly | undefined> {
  const { rows } = await pool.query<DeskAssembly>(
    "SELECT id, slug, title, phase FROM assembly WHERE slug = $1",
    [slug],
  );
  return rows[0];
}
