export function step<T>(
  name: string,
  work: () => Promise<T>,
  note?: (result: T) => string,
): Promise<T>;
export class Stop extends Error {}
export function fail(error: unknown): never;
