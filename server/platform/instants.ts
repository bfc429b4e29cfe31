/** SQL: an instant as milliseconds, a number in rows and in JSON alike; null stays null. */
export const epochMs = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;

/** An instant as ISO text. */
export const isoOf = (instant: string) =>
  `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** SQL: a date as an ISO day. */
export const isoDay = (date: string) => `to_char(${date}, 'YYYY-MM-DD')`;
