import { setTimeout as pause } from "node:timers/promises";
import { createContainer } from "../server/container.ts";
import { readEnv } from "../server/platform/env.ts";
import { startWorker } from "../server/platform/jobs-bullmq.ts";
import { startSchedules } from "./schedules.ts";

const STOP_MS = 5_000;

/** The job process: counts, mails, imports, sweeps. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const container = createContainer(env);
  const worker = startWorker(env, container.platform.log, container.jobs);
  const schedules = startSchedules(container);
  container.platform.log.info("job process ready");
  process.send?.("ready");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    schedules.close();
    // Redis may be away: what runs is taken over by another process, so nobody waits for it long.
    await Promise.race([worker.close().then(container.close), pause(STOP_MS)]);
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  process.on("disconnect", () => void stop());
  await Promise.resolve();
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
