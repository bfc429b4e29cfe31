import { fileURLToPath } from "node:url";
import {
  freePort,
  startProcess,
  type ProcessOptions as Options,
  type ServerProcess,
} from "../../server/rehearsal/processes.ts";
import { TEST_KEY } from "./env.ts";

const WHOLE = fileURLToPath(new URL("whole-server.mjs", import.meta.url));

export { freePort, type ServerProcess };

export type ProcessOptions = Omit<Options, "env"> & { env?: Record<string, string> };

/** The real web process, as built, on a port of its own. */
export function startWeb(options: ProcessOptions): Promise<ServerProcess> {
  return startProcess("web", underTest(options));
}

/** What the real web process and the real job process do, in one. */
export function startWhole(options: ProcessOptions): Promise<ServerProcess> {
  return startWeb({ ...options, script: WHOLE });
}

/** The real job process. */
export function startJobs(options: ProcessOptions): Promise<ServerProcess> {
  return startProcess("jobs", underTest(options));
}

function underTest(options: ProcessOptions): Options {
  return { ...options, env: { PALABRE_DEMO: "1", PALABRE_KEY: TEST_KEY, ...options.env } };
}
