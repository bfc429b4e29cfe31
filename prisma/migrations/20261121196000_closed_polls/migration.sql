-- What was answered to a poll, counted once at its close: {"answers": 12, "said": {"yes": 9, "no": 3}}.
-- Rooms look several times a second, and polls add up over a day.
ALTER TABLE "poll" ADD COLUMN "counted" JSONB;

UPDATE "poll" p SET "counted" = jsonb_build_object(
    'answers', (SELECT count(*) FROM "poll_answer" a WHERE a."poll_id" = p."id"),
    'said', (SELECT coalesce(jsonb_object_agg("word", "n"), '{}') FROM (
        SELECT s."word", count(*) AS "n"
        FROM "poll_answer" a CROSS JOIN unnest(a."said") AS s ("word")
        WHERE a."poll_id" = p."id" GROUP BY s."word") AS by_word))
WHERE p."state" = 'closed';

ALTER TABLE "poll" ADD CONSTRAINT "poll_counted_check"
    CHECK (("counted" IS NOT NULL) = ("state" = 'closed'));
