/**
 * Group commit: items that arrive while a batch is being written wait for the next one, so that a
 * crowd shares transactions and a lone caller does not wait. Items with the same `conflictKey`
 * are never written at the same time (one statement cannot touch a row twice) and keep their order.
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
  /** Batches written at the same time: while one waits for the disk the next is prepared. */
  lanes?: number;
  /** Least time between the starts of two batches (ms); a lone caller after a pause never waits. */
  pauseMs?: number;
  conflictKey: (item: I) => string;
  /** Writes one batch in one transaction; answers in the order of the items. */
  write: (items: readonly I[]) => Promise<R[]>;
};

/** What can be written now, and the rest. A key that is passed over stays closed: none is overtaken. */
function takeBatch<I, R>(
  queue: readonly Waiting<I, R>[],
  inFlight: ReadonlySet<string>,
  { maxSize, conflictKey }: BatcherOptions<I, R>,
): [batch: Waiting<I, R>[], rest: Waiting<I, R>[]] {
  const closed = new Set(inFlight);
  const batch: Waiting<I, R>[] = [];
  const rest: Waiting<I, R>[] = [];
  for (const waiting of queue) {
    const key = conflictKey(waiting.item);
    const fits = batch.length < maxSize && !closed.has(key);
    closed.add(key);
    (fits ? batch : rest).push(waiting);
  }
  return [batch, rest];
}

export function createBatcher<I, R>(options: BatcherOptions<I, R>): Batcher<I, R> {
  const { lanes = 1, pauseMs = 0, conflictKey, write } = options;
  let queue: Waiting<I, R>[] = [];
  const inFlight = new Set<string>();
  let writing = 0;
  let gathering = false;
  let lastStart = 0;
  let whenIdle: (() => void)[] = [];

  async function writeBatch(batch: readonly Waiting<I, R>[]): Promise<void> {
    writing += 1;
    lastStart = performance.now();
    const keys = batch.map((waiting) => conflictKey(waiting.item));
    keys.forEach((key) => inFlight.add(key));
    try {
      const results = await write(batch.map((waiting) => waiting.item));
      batch.forEach((waiting, index) => waiting.resolve(results[index] as R));
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    } finally {
      keys.forEach((key) => inFlight.delete(key));
      writing -= 1;
      gather();
    }
  }

  function fillLanes(): void {
    while (writing < lanes && queue.length > 0) {
      const [batch, rest] = takeBatch(queue, inFlight, options);
      if (batch.length === 0) return;
      queue = rest;
      void writeBatch(batch);
    }
    if (writing === 0 && queue.length === 0) {
      whenIdle.forEach((done) => done());
      whenIdle = [];
    }
  }

  /** One turn of the event loop, or the rest of the pause, gathers what arrives together. */
  function gather(): void {
    if (gathering) return;
    gathering = true;
    const go = () => {
      gathering = false;
      fillLanes();
    };
    const wait = lastStart + pauseMs - performance.now();
    if (pauseMs > 0 && wait > 0) setTimeout(go, wait);
    else setImmediate(go);
  }

  return {
    add: (item) =>
      new Promise<R>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        gather();
      }),
    idle: () =>
      new Promise<void>((done) => {
        if (writing === 0 && queue.length === 0) done();
        else whenIdle.push(done);
      }),
  };
}
