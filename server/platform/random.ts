import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Where chance comes from; tests hand in a seeded one. */
export type Random = {
  uuid: () => string;
  bytes: (size: number) => Uint8Array;
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
};

const POOL_BYTES = 4_096;
let pool: Buffer = Buffer.alloc(0);

/** Asking the system for eight bytes at a time costs more than casting a vote otherwise does. */
function pooledBytes(size: number): Uint8Array {
  if (size > POOL_BYTES) return randomBytes(size);
  if (pool.length < size) pool = randomBytes(POOL_BYTES);
  const bytes = Uint8Array.from(pool.subarray(0, size));
  // What was given out is never given again.
  pool = pool.subarray(size);
  return bytes;
}

export const systemRandom: Random = {
  uuid: randomUUID,
  bytes: pooledBytes,
  below: (below) => randomInt(below),
};
