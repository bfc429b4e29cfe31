import { createBatcher, type Batcher, type BatcherOptions } from "./batcher.ts";

const FORGET_MS = 60_000;

/**
 * One batcher for each key, made when it is first asked for. Keys come from outside: an endless
 * list of invented ones must not stay in memory, so each is forgotten once it is quiet.
 */
export function createBatchers<I, R>(
  optionsOf: (key: string) => BatcherOptions<I, R>,
): (key: string) => Batcher<I, R> {
  const batchers = new Map<string, Batcher<I, R>>();

  function forgetWhenQuiet(key: string, batcher: Batcher<I, R>): void {
    setTimeout(() => {
      void batcher.idle().then(() => batchers.delete(key));
    }, FORGET_MS).unref();
  }

  return (key) => {
    let batcher = batchers.get(key);
    if (!batcher) {
      batcher = createBatcher(optionsOf(key));
      batchers.set(key, batcher);
      forgetWhenQuiet(key, batcher);
    }
    return batcher;
  };
}
