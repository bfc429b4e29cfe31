import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Where chance comes from; tests hand in a seeded one. */
export type Random = {
  uuid: () => string;
  bytes: (size: number) => Uint8Array;
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
};

export const systemRandom: Random = {
  uuid: randomUUID,
  bytes: (size) => randomBytes(size),
  below: (below) => randomInt(below),
};
