/**
 * SQL: when the count of vote $1 is published, which proposals of its workers' assembly were chosen, in
 * which order, and that the assembly can prepare its day; nothing where it ranked none. In the
 * transaction that publishes, so that no page knows one without the other. A vote that repeats an
 * annulled one takes its place.
 */
export const NOTE_RANKED = `
  WITH edition AS (
    UPDATE workers_assembly SET ranking_id = $1, stage = 'ranked', revision = revision + 1
    WHERE stage = 'ranking' AND ranking_id IN
      ($1, (SELECT repeats_id FROM decision WHERE id = $1)) RETURNING id
  )
  UPDATE proposal p SET chosen_place = won.place
  FROM edition, tally t CROSS JOIN LATERAL
    jsonb_array_elements_text(t.report->'winners') WITH ORDINALITY AS won(option, place)
  WHERE t.decision_id = $1 AND p.workers_assembly_id = edition.id
    AND p.number = substr(won.option, 2)::int`;
