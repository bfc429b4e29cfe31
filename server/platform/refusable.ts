import type { Pool, PoolClient } from "pg";
import type { Refusal, RefusalCode, Result } from "#domain/kernel/result.ts";
import { inTransaction } from "./database.ts";

/** One transaction that a refusal undoes, whatever `work` had written before it. */
export async function inTransactionUnlessRefused<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await inTransaction(pool, async (client) => {
      const result = await work(client);
      if (!result.ok) throw new Refused(result.refusal);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Rolls the transaction back for a reason that is nobody's mistake. Never leaves this file. */
class Refused extends Error {
  constructor(readonly refusal: Refusal<RefusalCode>) {
    super(refusal.code);
  }
}
