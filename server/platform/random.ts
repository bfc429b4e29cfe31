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

/** Chance that is the same every time (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(next() * 256));
  return {
    bytes,
    below: (below) => Math.floor(next() * below),
    uuid: () => {
      const hex = Buffer.from(bytes(16)).toString("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
