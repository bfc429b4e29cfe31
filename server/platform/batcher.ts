/**
 * Group commit: items that arrive while a batch is being written wait for the next one, so that a
 * crowd shares transactions and a lone caller does not wait. Items with the same `conflictKey`
 * never share a batch (one statement cannot touch a row twice) and keep their order.
 */
export type Batcher<I, R> = {
  add: (item: I) => Promise<R>;
  /** Resolves when nothing is waiting or being written. */
  idle: () => Promise<void>;
};

type Waiting<I, R> = {
  item: I;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
};

export type BatcherOptions<I, R> = {
  maxSize: number;
  conflictKey: (item: I) => string;
  /** Writes one batch in one transaction; answers in the order of the items. */
  write: (items: readonly I[]) => Promise<R[]>;
};

export function createBatcher<I, R>(options: BatcherOptions<I, R>): Batcher<I, R> {
  let queue: Waiting<I, R>[] = [];
  let writing: Promise<void> | undefined;

  function nextBatch(): Waiting<I, R>[] {
    const keys = new Set<string>();
    const batch: Waiting<I, R>[] = [];
    const rest: Waiting<I, R>[] = [];
    for (const waiting of queue) {
      const key = options.conflictKey(waiting.item);
      // A key that was passed over stays closed, or a later item would overtake an earlier one.
      const fits = batch.length < options.maxSize && !keys.has(key);
      keys.add(key);
      (fits ? batch : rest).push(waiting);
    }
    queue = rest;
    return batch;
  }

  async function writeAll(): Promise<void> {
    while (queue.length > 0) {
      const batch = nextBatch();
      try {
        const results = await options.write(batch.map((waiting) => waiting.item));
        batch.forEach((waiting, index) => waiting.resolve(results[index] as R));
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  function start(): void {
    // One turn of the event loop gathers what arrived together, before the first write.
    writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(writeAll).finally(() => {
      writing = undefined;
      if (queue.length > 0) start();
    });
  }

  return {
    add: (item) =>
      new Promise<R>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        start();
      }),
    idle: async () => {
      while (writing) await writing;
    },
  };
}
