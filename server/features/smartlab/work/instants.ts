/** An instant as milliseconds, or null. */
export const MS = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;
