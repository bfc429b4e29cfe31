import { readEnv, type Env } from "../../server/platform/env.ts";

/** The environment of a process under test: demo, quiet, on this database. */
export function testEnv(databaseUrl: string, more: Record<string, string> = {}): Env {
  return readEnv({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    PALABRE_DEMO: "1",
    PORT: "3000",
    LOG_LEVEL: "silent",
    ...more,
  });
}
