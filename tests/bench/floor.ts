import { randomUUID } from "node:crypto";
import pg from "pg";

const CONNECTIONS = 16;

/** Bare `pg` taking ballots, one transaction each: what the real server is measured against. */
export type Floor = {
  /** Ballots a second, with or without prepared statements. */
  measure: (electorIds: readonly string[], prepared: boolean) => Promise<number>;
  close: () => Promise<void>;
};

/** As design §5 lays down: 16 connections, BEGIN, two INSERTs, COMMIT for each ballot. */
export async function createFloor(databaseUrl: string, decisionsARound: number): Promise<Floor> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await pool.query(`
    CREATE TABLE floor_mark (decision uuid, elector uuid, PRIMARY KEY (decision, elector));
    CREATE TABLE floor_ballot (id uuid PRIMARY KEY, decision uuid, choice text)`);
  return {
    measure: async (electorIds, prepared) => {
      const decisions = Array.from({ length: decisionsARound }, () => randomUUID());
      const work = decisions.flatMap((decision) =>
        electorIds.map((elector) => ({ decision, elector })),
      );
      const total = work.length;
      const started = performance.now();
      const cast = () => castBare(pool, work, prepared);
      await Promise.all(Array.from({ length: CONNECTIONS }, cast));
      return (total / (performance.now() - started)) * 1_000;
    },
    close: () => pool.end(),
  };
}

async function castBare(
  floor: pg.Pool,
  work: { decision: string; elector: string }[],
  prepared: boolean,
): Promise<void> {
  const client = await floor.connect();
  const insert = (name: string, text: string, values: string[]) =>
    client.query(prepared ? { name, text, values } : { text, values });
  for (let item = work.pop(); item; item = work.pop()) {
    const { decision, elector } = item;
    await client.query("BEGIN");
    await insert("mark", "INSERT INTO floor_mark VALUES ($1, $2)", [decision, elector]);
    const ballot = [randomUUID(), decision, "for"];
    await insert("ballot", "INSERT INTO floor_ballot VALUES ($1, $2, $3)", ballot);
    await client.query("COMMIT");
  }
  client.release();
}
