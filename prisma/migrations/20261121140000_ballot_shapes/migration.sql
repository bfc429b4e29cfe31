-- Decisions by every counting method: what their ballots may say, when they open, how ties fall.

UPDATE "decision" SET "tie_rule" = 'casting' WHERE "tie_rule" = 'casting_vote';

ALTER TABLE "decision"
    ADD COLUMN "max_choices" INTEGER,
    ADD COLUMN "rehearsal" BOOLEAN NOT NULL DEFAULT false,
    -- What a tie that the count met fell by: drawn or given after the count, as declared before.
    ADD COLUMN "tie_seed" TEXT,
    ADD COLUMN "tie_order" JSONB,
    -- The window in which the vote opens and closes by itself.
    ADD COLUMN "opens_at" TIMESTAMPTZ(3),
    ADD COLUMN "closes_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "decision_tie_rule_check" CHECK ("tie_rule" IN ('not_adopted', 'lot', 'casting', 'none')),
    ADD CONSTRAINT "decision_window_check" CHECK ("opens_at" < "closes_at"),
    ADD CONSTRAINT "decision_max_choices_check" CHECK ("max_choices" >= 1);

CREATE INDEX "decision_window_idx" ON "decision"("phase")
    WHERE "opens_at" IS NOT NULL OR "closes_at" IS NOT NULL;

-- A ballot by name chooses one option, or says more in canonical text (app/domain/decisions/ballot.ts).
-- A choice is held to its decision by its option, the other ones by a key of their own: so the
-- ballots that come by the thousand in a minute are checked against one table only.
ALTER TABLE "ballot"
    ALTER COLUMN "option_id" DROP NOT NULL,
    ADD COLUMN "content" TEXT,
    ADD COLUMN "content_of" UUID GENERATED ALWAYS AS (
        CASE WHEN "option_id" IS NULL THEN "decision_id" END
    ) STORED,
    ADD CONSTRAINT "ballot_says_check" CHECK (("option_id" IS NULL) <> ("content" IS NULL)),
    ADD CONSTRAINT "ballot_content_of_fkey" FOREIGN KEY ("content_of")
        REFERENCES "decision"("id") ON DELETE CASCADE;
CREATE INDEX "ballot_content_of_idx" ON "ballot"("content_of") WHERE "content_of" IS NOT NULL;

-- Who may vote, where the electorate is drawn up for this vote (roles, bodies, presence, a list):
-- written at the opening, so that nobody enters or leaves it while ballots are cast.
CREATE TABLE "decision_elector" (
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "decision_elector_pkey" PRIMARY KEY ("decision_id", "person_id"),
    CONSTRAINT "decision_elector_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE,
    CONSTRAINT "decision_elector_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);

-- What the other methods would have given (app/domain/decisions/comparison.ts), once it was asked.
ALTER TABLE "tally" ADD COLUMN "comparison" JSONB;
