/** SQL: an instant as milliseconds, a number in rows and in JSON alike; null stays null. */
export const epochMs = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;
