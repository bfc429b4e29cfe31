import pg from "pg";
import { seedDemo } from "../../../prisma/seed/index.ts";
import { createFilledDatabase } from "../../support/database.ts";

/** A Saturday evening in Brussels, still Saturday in Greenwich. */
export const NOW = new Date("2026-11-21T16:00:00Z");

/** A database with the demo in it, and a way to ask it things. */
export type Demo = {
  url: string;
  query: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>;
  drop: () => Promise<void>;
};

export async function openDemo(): Promise<Demo> {
  const database = await createFilledDatabase("demo", (url) => seedDemo(url, () => undefined, NOW));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    url: database.url,
    query: async <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await client.query<R>(sql, values)).rows,
    drop: async () => {
      await client.end();
      await database.drop();
    },
  };
}
