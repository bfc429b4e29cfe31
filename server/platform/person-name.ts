/** How a person wishes to be named; `p` is the table or alias that holds them. SQL. */
export const nameOf = (p: string) =>
  `coalesce(nullif(${p}.display_name, ''), btrim(${p}.given_name || ' ' || ${p}.family_name))`;
