export function step(name: string, work: () => Promise<string | void>): Promise<void>;
export class Stop extends Error {}
export function fail(error: unknown): never;
