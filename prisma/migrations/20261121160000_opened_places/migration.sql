-- Opened ballots keep their place in the order of what they say: long rankings do not fit into an
-- index, and many are read some at a time.

ALTER TABLE "opened_ballot" ADD COLUMN "place" INTEGER;

UPDATE "opened_ballot" o SET "place" = p."place"
FROM (
    SELECT "decision_id", "content",
        row_number() OVER (PARTITION BY "decision_id" ORDER BY "content" COLLATE "C") AS "place"
    FROM "opened_ballot"
) AS p
WHERE p."decision_id" = o."decision_id" AND p."content" = o."content";

ALTER TABLE "opened_ballot"
    DROP CONSTRAINT "opened_ballot_pkey",
    ALTER COLUMN "place" SET NOT NULL,
    ADD CONSTRAINT "opened_ballot_pkey" PRIMARY KEY ("decision_id", "place");
