import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

export type Supervised = {
  name: string;
  /** Resolves when the process said that it is ready; rejects when it gives up. */
  ready: Promise<void>;
  /** Ends the process and starts it again at once: its code has changed. */
  renew: () => void;
  stop: () => Promise<void>;
};

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A process that lived this long had started well. */
const HEALTHY_MS = 10_000;
const QUICK_DEATHS = 5;
const STOP_TIMEOUT_MS = 8_000;

/** Keeps one child process running: one that dies is started again, a little later each time. */
export function supervise(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  giveUp: (message: string) => void,
): Supervised {
  let child: ChildProcess | undefined;
  let stopping = false;
  let renewing = false;
  let quickDeaths = 0;
  let timer: NodeJS.Timeout | undefined;
  let settle: { resolve: () => void; reject: (error: Error) => void };
  const ready = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever waits sees the rejection; nobody may be waiting any more when it comes.
  ready.catch(() => undefined);

  function start(): void {
    const started = Date.now();
    child = fork(script, { env: { ...env, PALABRE_PROCESS: name } });
    child.on("message", (message) => {
      if (message === "ready") settle.resolve();
    });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      if (renewing) {
        renewing = false;
        start();
        return;
      }
      quickDeaths = Date.now() - started > HEALTHY_MS ? 0 : quickDeaths + 1;
      const how = signal ?? `code ${code ?? "?"}`;
      if (quickDeaths >= QUICK_DEATHS) {
        const message = `The ${name} process ended ${QUICK_DEATHS} times in a row (${how}).`;
        settle.reject(new Error(message));
        giveUp(message);
        return;
      }
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** quickDeaths, LONGEST_PAUSE_MS);
      process.stderr.write(`The ${name} process ended (${how}); it is started again.\n`);
      timer = setTimeout(start, pause);
    });
  }

  const isRunning = () => child?.exitCode === null && child.signalCode === null;

  start();
  return {
    name,
    ready,
    renew: () => {
      quickDeaths = 0;
      clearTimeout(timer);
      if (!isRunning()) return start();
      renewing = true;
      child?.kill("SIGTERM");
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child && isRunning()) await endGently(child);
    },
  };
}

async function endGently(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(late);
}
