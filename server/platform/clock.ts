/** The server's clock. Domain code never reads it: it is handed `now`. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };
