import { resolve } from "node:path";
import { z } from "zod";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const url = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address like ${example}`,
  });

const flag = z.enum(["0", "1"], { error: "must be 0 or 1" });

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: "must be a whole number from 1 to 65535" })
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, {
    error: "must be a whole number from 1 to 65535",
  });

// An origin: a path, a query or a login would be lost or leaked in links and cookies.
const origin = url(["http:", "https:"], "https://palabre.example.org").refine(
  (value) => !URL.canParse(value) || `${new URL(value).origin}/` === new URL(value).href,
  { error: "must have no path, query or login" },
);

const proxies = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every((part) => /^(loopback|[\da-f.:]+(\/\d{1,3})?)$/i.test(part)), {
    error: "must be addresses, networks or `loopback`, separated by commas",
  });

const hosts = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(",")
      .map((part) => part.trim()),
  )
  .refine((parts) => parts.every((part) => /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(part)), {
    error: "must be host names, separated by commas: player.example.org",
  });

// Messages are written here, not by zod, so that a refusal never repeats a value: it may be a secret.
const SOURCE = z
  .object({
    PORT: port.default(3000),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, { error: "must be an address or a host name" })
      .optional(),
    PUBLIC_URL: origin.optional(),
    DATABASE_URL: url(
      ["postgresql:", "postgres:"],
      "postgresql://person:password@host:5432/name",
    ).optional(),
    REDIS_URL: url(["redis:", "rediss:"], "redis://host:6379").optional(),
    SMTP_URL: url(["smtp:", "smtps:"], "smtps://person:password@host").optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
        error: "must be a mail address, or a name and an address: Palabre <palabre@example.org>",
      })
      .optional(),
    PALABRE_DATA: z.string().default(".data"),
    PALABRE_DEMO: flag.optional(),
    PALABRE_KEY: z
      .string()
      .transform((value) => Buffer.from(value, "base64url"))
      .refine((key) => key.length === 32, { error: "must be 32 bytes in base64url" })
      .optional(),
    TRUSTED_PROXIES: proxies.default([]),
    STREAM_HOSTS: hosts.default([]),
    LOG_LEVEL: z
      .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })
      .default("info"),
    PALABRE_PROCESS: z
      .string()
      .regex(/^[\w.-]{1,40}$/, { error: "must be a short name" })
      .default("palabre"),
  })
  .refine((source) => !source.SMTP_URL || source.MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "is needed when SMTP_URL is set",
  });

/** What the person who runs Palabre decided, before a database is there. */
export type Settings = {
  port: number;
  host: string;
  /** The origin members use, without a slash at the end. */
  publicUrl: string;
  databaseUrl?: string;
  redisUrl?: string;
  smtpUrl?: string;
  mailFrom: string;
  /** Absolute. */
  dataDir: string;
  /** Under which secrets lie in the database; without it a file of the data folder holds one. */
  sealingKey?: Buffer;
  /** Invented people, one-click personas, readable mails. */
  demo: boolean;
  /** For Express's `trust proxy`. */
  trustedProxies: string[];
  /** Whose pages may be shown inside ours, once a reader agreed: where streams are. */
  streamHosts: string[];
  logLevel: (typeof LOG_LEVELS)[number];
  /** "web", "jobs"…: which process speaks in the logs. */
  processName: string;
};

/** What every process of Palabre is told by its environment. */
export type Env = Settings & { databaseUrl: string };

/** The environment holds a value that cannot be used. The message names it and never repeats it. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly variables: string[];

  constructor(problems: { variable: string; problem: string }[]) {
    super(problems.map(({ variable, problem }) => `${variable} ${problem}`).join("\n"));
    this.variables = problems.map(({ variable }) => variable);
  }
}

/** Settings as the launcher needs them: without DATABASE_URL it starts a database of its own. */
export function readSettings(source: NodeJS.ProcessEnv): Settings {
  // `PORT= npm start` means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = SOURCE.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map(({ path, message }) => ({
        variable: String(path[0]),
        problem: message,
      })),
    );
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    // Without PUBLIC_URL nobody else is meant to come in: the demo signs in with one click.
    host: value.HOST ?? (value.PUBLIC_URL ? "0.0.0.0" : "127.0.0.1"),
    publicUrl: value.PUBLIC_URL
      ? new URL(value.PUBLIC_URL).origin
      : `http://localhost:${value.PORT}`,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? "Palabre <palabre@localhost>",
    dataDir: resolve(value.PALABRE_DATA),
    sealingKey: value.PALABRE_KEY,
    // Never by default in a database that somebody gave us.
    demo: value.PALABRE_DEMO ? value.PALABRE_DEMO === "1" : !value.DATABASE_URL,
    trustedProxies: value.TRUSTED_PROXIES,
    streamHosts: value.STREAM_HOSTS,
    logLevel: value.LOG_LEVEL,
    processName: value.PALABRE_PROCESS,
  };
}

/** The environment of a process that works on the database. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const { databaseUrl, ...settings } = readSettings(source);
  if (!databaseUrl) throw new EnvError([{ variable: "DATABASE_URL", problem: "is needed" }]);
  return { ...settings, databaseUrl };
}
