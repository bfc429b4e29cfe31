import type { ClientBase, Pool } from "pg";

export type Client = Pool | ClientBase;

/** An instant in ms. SQL. */
export const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`;

/** How a person wishes to be named. SQL. */
export const NAME = (person: string) =>
  `coalesce(nullif(${person}.display_name, ''),
     btrim(${person}.given_name || ' ' || ${person}.family_name))`;
