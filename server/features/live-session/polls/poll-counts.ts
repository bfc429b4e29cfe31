/**
 * SQL: what is answered to the poll `p` so far, as {"answers": 12, "said": {"yes": 9, "no": 3}};
 * what was said only where `needed` (SQL) holds, for it reads every answer.
 */
export function countsOfPoll(needed: string): string {
  return `jsonb_build_object(
    'answers', (SELECT count(*) FROM poll_answer a WHERE a.poll_id = p.id),
    'said', CASE WHEN ${needed} THEN (
      SELECT coalesce(jsonb_object_agg(word, n), '{}') FROM (
        SELECT s.word, count(*) AS n
        FROM poll_answer a CROSS JOIN unnest(a.said) AS s (word)
        WHERE a.poll_id = p.id GROUP BY s.word) AS by_word) END)`;
}
