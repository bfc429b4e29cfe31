import { readEnv, type Env } from "../../server/platform/env.ts";

/** The same in every process under test, so that each opens what another sealed. */
export const TEST_KEY = Buffer.alloc(32, 7).toString("base64url");

/** The environment of a process under test: demo, quiet, on this database. */
export function testEnv(databaseUrl: string, more: Record<string, string> = {}): Env {
  return readEnv({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    PALABRE_DEMO: "1",
    PALABRE_KEY: TEST_KEY,
    PORT: "3000",
    LOG_LEVEL: "silent",
    ...more,
  });
}
