import { setTimeout as pause } from "node:timers/promises";
import type { SignedIn } from "../support/electors.ts";

/** A request every so often, whether the last one was answered or not. */
const EVERY_MS = 100;

/** People who read their pages meanwhile; `stop` returns how long each answer took (ms). */
export function startTraffic(
  url: string,
  readers: readonly SignedIn[],
  paths: readonly string[],
): { stop: () => Promise<number[]> } {
  const times: number[] = [];
  const open = new Set<Promise<void>>();
  let going = true;
  const read = async (path: string, { cookie }: SignedIn) => {
    const started = performance.now();
    const response = await fetch(url + path, { headers: { cookie } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - started);
  };
  const running = (async () => {
    for (let turn = 0; going; turn += 1) {
      const reading = read(paths[turn % paths.length]!, readers[turn % readers.length]!);
      const tracked: Promise<void> = reading.finally(() => open.delete(tracked));
      open.add(tracked);
      await pause(EVERY_MS);
    }
    await Promise.all(open);
  })();
  return {
    stop: async () => {
      going = false;
      await running;
      return times;
    },
  };
}
