import { createContainer, type Container } from "../container.ts";
import { readEnv } from "../platform/env.ts";
import { createOrganiser } from "./commands/create-organiser.ts";
import { openDatabase } from "./open-database.ts";
import { settingsOrStop } from "./settings.ts";
import { Stop } from "./steps.mjs";

/** One thing that is done from a terminal, by somebody who may reach the database. */
export type AdminCommand = {
  usage: string;
  purpose: string;
  /** Reads the arguments, before anything is opened, and returns the work. */
  plan: (args: string[]) => (container: Container) => Promise<string>;
};

const COMMANDS: Record<string, AdminCommand> = {
  "create-organiser": createOrganiser,
};

/** `npm run admin -- <command> …`. Prints what was done. */
export async function main([name = "", ...args]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new Stop(`Commands:\n${list()}`);
  const work = command.plan(args);
  const settings = settingsOrStop();
  const database = await openDatabase(settings);
  const container = createContainer(
    readEnv({
      LOG_LEVEL: "warn",
      ...process.env,
      DATABASE_URL: database.url,
      PALABRE_DEMO: settings.demo ? "1" : "0",
      PALABRE_PROCESS: "admin",
    }),
  );
  try {
    process.stdout.write(`\n${await work(container)}\n`);
  } finally {
    await container.close();
    await database.close();
  }
}

function list(): string {
  return Object.entries(COMMANDS)
    .map(([name, { usage, purpose }]) => `  npm run admin -- ${name} ${usage}\n      ${purpose}`)
    .join("\n");
}
