import type { HomeSource } from "./source.ts";

/** Every feature that has something to say on somebody's home. */
export const HOME_SOURCES: readonly HomeSource[] = [];
