import { pino, type Logger } from "pino";
import type { Env } from "./env.ts";

export type Log = Logger;

// What opens a door or names a choice, at the top of a record and up to two levels down. Bodies and
// inputs are never logged at all: a ballot is in one.
const SECRETS = [
  ...["cookie", "cookies", "set-cookie", "authorization", "password", "token", "secret", "link"],
  ...["session", "sessionId", "optionId", "choice", "body", "payload", "input"],
  ...["databaseUrl", "redisUrl", "smtpUrl"],
];
// Not deeper: an error's own code is worth reading.
const SECRETS_ON_TOP = ["code"];

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
      paths: [
        ...SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        ...SECRETS_ON_TOP,
      ],
      censor: "[hidden]",
    },
    serializers: { err: withoutValues, req: withoutAddress },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** A database error's `detail` and `where` quote rows: only what says where the fault lies. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack, code: "code" in error ? error.code : undefined };
}

/** A path may hold a sign-in link. */
function withoutAddress(request: { id?: unknown; method?: string }): unknown {
  return { id: request.id, method: request.method };
}
