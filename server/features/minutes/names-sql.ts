/** How a person is named; `p` is a row of `person`. */
export const nameOf = (p: string) =>
  `coalesce(nullif(${p}.display_name, ''), btrim(${p}.given_name || ' ' || ${p}.family_name))`;

/** An instant as ISO text. */
export const isoOf = (instant: string) =>
  `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
