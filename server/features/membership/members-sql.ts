// Two events of one day count in the order in which they were recorded.
const LATEST_FIRST = "ORDER BY effective_on DESC, recorded_at DESC, id DESC";

/** The roll that assembly $1 would have if it were taken on day $2. */
export const MEMBERS_ON_A_DAY = `
  SELECT $1::uuid AS assembly_id, p.id AS person_id, standing.category_id, p.office_id, p.language,
    coalesce(standing.shares, 0) AS shares
  FROM (
    SELECT person_id,
      (array_agg(kind ${LATEST_FIRST})
        FILTER (WHERE kind NOT IN ('category_changed', 'shares_changed', 'refused')))[1] AS kind,
      (array_agg(category_id ${LATEST_FIRST}) FILTER (WHERE category_id IS NOT NULL))[1]
        AS category_id,
      (array_agg(shares ${LATEST_FIRST}) FILTER (WHERE shares IS NOT NULL))[1] AS shares
    FROM membership_event WHERE effective_on <= $2::date
    GROUP BY person_id
  ) AS standing
  JOIN person p ON p.id = standing.person_id
  -- Nearly all, where an equation with what an aggregate gives is taken for one in two hundred: then
  -- each of forty thousand would be looked for in all the others.
  WHERE CASE standing.kind WHEN 'admitted' THEN true ELSE false END`;

/** SQL: years of membership since a date, on a day: below 2, from 2, from 5, from 10. */
export const seniorityBand = (since: string, day: string) => `
  CASE WHEN ${since} > ${day} - interval '2 years' THEN 'under-2'
    WHEN ${since} > ${day} - interval '5 years' THEN 'from-2'
    WHEN ${since} > ${day} - interval '10 years' THEN 'from-5' ELSE 'from-10' END`;
