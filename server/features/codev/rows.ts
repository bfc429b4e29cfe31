import type { ClientBase, Pool } from "pg";

export type Client = Pool | ClientBase;

/** How a person wishes to be named. SQL. */
export const NAME = (person: string) =>
  `coalesce(nullif(${person}.display_name, ''),
     btrim(${person}.given_name || ' ' || ${person}.family_name))`;
