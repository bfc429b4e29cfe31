import { pino, type Logger } from "pino";
import type { Env } from "./env.ts";

export type Log = Logger;

// What opens a door or names a choice. Bodies are never logged at all: a ballot is in one.
const SECRETS = [
  "cookie",
  "cookies",
  "authorization",
  "set-cookie",
  "password",
  "code",
  "link",
  "token",
  "secret",
  "session",
  "sessionId",
  "optionId",
  "choice",
  "payload",
  "body",
  "databaseUrl",
  "redisUrl",
  "smtpUrl",
];

/** JSON lines on standard output; the launcher or the machine's journal keeps them. */
export function createLog(
  env: Pick<Env, "logLevel" | "processName">,
  stream?: { write: (line: string) => void },
): Log {
  const options = {
    level: env.logLevel,
    base: { process: env.processName, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: "[hidden]",
    },
    serializers: {
      err: pino.stdSerializers.err,
      // A path may hold a sign-in link: keep only what a query and a last part cannot leak.
      req: (request: { id?: unknown; method?: string }) => ({
        id: request.id,
        method: request.method,
      }),
    },
  };
  return stream ? pino(options, stream) : pino(options);
}
