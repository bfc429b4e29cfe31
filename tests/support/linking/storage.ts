import type pg from "pg";

/** Something that is written down, with every order in which it may have been written. */
export type Trace = {
  /** The table, or "log". */
  source: string;
  /** All it says, as text; bytes in hexadecimal. */
  text: string;
  /** The transaction that wrote it; missing for log lines. */
  transaction?: number;
  /** Place in the table (block, then line), in the write-ahead log, or in the log file. */
  place: number;
  logged?: number;
};

/** Where the write-ahead log stands now. */
export async function walPosition(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ lsn: string }>("SELECT pg_current_wal_insert_lsn() AS lsn");
  return rows[0]?.lsn ?? "0/0";
}

/**
 * Everything that storage holds: all tables of all schemas with PostgreSQL's system columns, the
 * write-ahead log since `from`, and the lines of the processes' logs.
 */
export async function readStorage(
  pool: pg.Pool,
  from: string,
  logLines: readonly string[],
): Promise<Trace[]> {
  await pool.query("CREATE EXTENSION IF NOT EXISTS pg_walinspect");
  const logged = await walOrder(pool, from);
  const traces: Trace[] = [];
  for (const table of await tables(pool)) {
    const { rows } = await pool.query<{ xmin: string; ctid: string; row: string }>(
      `SELECT t.xmin::text, t.ctid::text, t::text AS row FROM ${table.name} t`,
    );
    for (const { xmin, ctid, row } of rows) {
      const [block = 0, line = 0] = (ctid.match(/\d+/g) ?? []).map(Number);
      const position = logged.get(`${table.file}/${block}/${line}`);
      traces.push({
        source: table.name,
        text: row,
        transaction: Number(xmin),
        place: block * 65_536 + line,
        ...(position === undefined ? {} : { logged: position }),
      });
    }
  }
  return [...traces, ...logLines.map((text, place) => ({ source: "log", text, place }))];
}

async function tables(pool: pg.Pool): Promise<{ name: string; file: string }[]> {
  const { rows } = await pool.query<{ name: string; file: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_relation_filenode(c.oid)::text AS file
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return rows;
}

/** Rows by file, block and line: the place in the log of the record that wrote them. */
async function walOrder(pool: pg.Pool, from: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ description: string; block_ref: string }>(
    `SELECT description, block_ref
     FROM pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
     WHERE resource_manager IN ('Heap', 'Heap2') ORDER BY start_lsn`,
    [from],
  );
  const order = new Map<string, number>();
  rows.forEach(({ description, block_ref }, index) => {
    const block = /rel \d+\/\d+\/(\d+) fork main blk (\d+)/.exec(block_ref);
    const line = /\b(?:new_)?off: (\d+)/.exec(description);
    if (block && line) order.set(`${block[1]}/${block[2]}/${line[1]}`, index);
  });
  return order;
}
