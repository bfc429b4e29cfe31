import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { REHEARSAL_MEMBERS } from "#domain/live-session/rehearsal.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres.ts";
import { rehearse } from "../rehearsal/rehearse.ts";
import { createThrowAway } from "../rehearsal/throw-away.ts";
import { writeReport } from "../rehearsal/write-report.ts";
import { openDatabase } from "./open-database.ts";
import { migrate } from "./prepare-database.ts";
import { settingsOrStop } from "./settings.ts";
import { step, Stop } from "./steps.mjs";

const USAGE =
  "npm run rehearse -- [--members 3000] [--copy-of <slug of a session>] [--seed 1] [--json <file>]";

type Arguments = { members: number; seed: number; copyOf?: string; json?: string };

/** `npm run rehearse`: ends with 0 where nothing broke, with 1 otherwise. */
export async function main(args: string[]): Promise<void> {
  const { members, seed, copyOf, json } = read(args);
  const root = process.env["PALABRE_ROOT"] ?? process.cwd();
  const place = copyOf ? await besideTheOriginal(root) : await onItsOwn(root);
  try {
    const original = copyOf ? { databaseUrl: place.original, slug: copyOf } : undefined;
    const report = await step(`rehearsing with ${members} members`, () =>
      rehearse({ databaseUrl: place.url, members, seed, original }),
    );
    process.stdout.write(`\n${writeReport(report)}\n`);
    if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    if (report.broken.length > 0) process.exitCode = 1;
  } finally {
    await place.clear();
  }
}

type Place = { url: string; original: string; clear: () => Promise<void> };

/** A PostgreSQL that is thrown away with everything in it. */
async function onItsOwn(root: string): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "palabre-rehearsal-"));
  const postgres = await startEmbeddedPostgres({ dataDir, restart: false });
  await migrate(postgres.url, root);
  return {
    url: postgres.url,
    original: postgres.url,
    clear: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (postgres.elsewhere) rmSync(postgres.elsewhere, { recursive: true, force: true });
    },
  };
}

/** A database of its own on the server of the installation, whose session is copied. */
async function besideTheOriginal(root: string): Promise<Place> {
  const database = await openDatabase(settingsOrStop());
  const throwAway = await createThrowAway(database.url, root);
  return {
    url: throwAway.url,
    original: database.url,
    clear: async () => {
      await throwAway.drop();
      await database.close();
    },
  };
}

function read(args: string[]): Arguments {
  try {
    const option = { type: "string" } as const;
    const options = { members: option, seed: option, "copy-of": option, json: option };
    const { values } = parseArgs({ args, options });
    const members = Number(values.members ?? REHEARSAL_MEMBERS.usual);
    const seed = Number(values.seed ?? 1);
    const { least } = REHEARSAL_MEMBERS;
    if (!Number.isSafeInteger(members) || members < least || members > 20_000) {
      throw new Error(`--members must be a whole number from ${least} to 20000`);
    }
    if (!Number.isSafeInteger(seed)) throw new Error("--seed must be a whole number");
    return {
      members,
      seed,
      ...(values["copy-of"] ? { copyOf: values["copy-of"] } : {}),
      ...(values.json ? { json: values.json } : {}),
    };
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n  ${USAGE}`);
  }
}
