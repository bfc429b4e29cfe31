-- Proposals before the list is frozen: their versions, which of them are alike, and how several
-- become one with the agreement of whoever wrote them.

-- What a merged wording brings with it besides its own theme and city, so that it is still found there.
ALTER TABLE "proposal"
    ADD COLUMN "also_themes" TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN "also_cities" TEXT[] NOT NULL DEFAULT '{}';

-- Every wording that a proposal ever had.
CREATE TABLE "proposal_version" (
    "proposal_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "written_on" DATE NOT NULL,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("proposal_id", "revision"),
    CONSTRAINT "proposal_version_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id") ON DELETE CASCADE
);

-- Two proposals that a computer found alike; a person confirms or dismisses it. a_id < b_id.
CREATE TABLE "proposal_pair" (
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "workers_assembly_id" UUID NOT NULL,
    -- 0 to 1000: likeness in thousandths.
    "score" INTEGER NOT NULL,
    -- The language both were compared in.
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'found',

    CONSTRAINT "proposal_pair_pkey" PRIMARY KEY ("a_id", "b_id"),
    CONSTRAINT "proposal_pair_order_check" CHECK ("a_id" < "b_id"),
    CONSTRAINT "proposal_pair_state_check" CHECK ("state" IN ('found', 'confirmed', 'dismissed')),
    CONSTRAINT "proposal_pair_a_fkey" FOREIGN KEY ("a_id") REFERENCES "proposal"("id") ON DELETE CASCADE,
    CONSTRAINT "proposal_pair_b_fkey" FOREIGN KEY ("b_id") REFERENCES "proposal"("id") ON DELETE CASCADE
);
CREATE INDEX "proposal_pair_b_idx" ON "proposal_pair"("b_id");
CREATE INDEX "proposal_pair_found_idx" ON "proposal_pair"("workers_assembly_id", "state", "score" DESC);

-- The last search for proposals that are alike, and how far it has come.
CREATE TABLE "proposal_search" (
    "workers_assembly_id" UUID NOT NULL,
    "run" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "proposal_search_pkey" PRIMARY KEY ("workers_assembly_id"),
    CONSTRAINT "proposal_search_state_check" CHECK ("state" IN ('waiting', 'running', 'done', 'failed')),
    CONSTRAINT "proposal_search_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id")
);

-- One wording offered for several proposals. It stands once every author agreed, each for themselves.
CREATE TABLE "proposal_merge" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workers_assembly_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    -- Whoever has not answered by the end of this day has not agreed.
    "answer_by" DATE NOT NULL,
    -- How many were asked: who is erased from the register since can agree to nothing.
    "authors" INTEGER NOT NULL,
    "result_id" UUID,

    CONSTRAINT "proposal_merge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proposal_merge_state_check" CHECK ("state" IN ('open', 'done', 'declined', 'lapsed')),
    CONSTRAINT "proposal_merge_result_check" CHECK (("state" = 'done') = ("result_id" IS NOT NULL)),
    CONSTRAINT "proposal_merge_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id"),
    CONSTRAINT "proposal_merge_result_fkey" FOREIGN KEY ("result_id") REFERENCES "proposal"("id")
);
CREATE INDEX "proposal_merge_assembly_idx" ON "proposal_merge"("workers_assembly_id", "state");

CREATE TABLE "proposal_merge_part" (
    "merge_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,

    CONSTRAINT "proposal_merge_part_pkey" PRIMARY KEY ("merge_id", "proposal_id"),
    CONSTRAINT "proposal_merge_part_merge_fkey" FOREIGN KEY ("merge_id")
        REFERENCES "proposal_merge"("id") ON DELETE CASCADE,
    CONSTRAINT "proposal_merge_part_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id")
);
CREATE INDEX "proposal_merge_part_proposal_idx" ON "proposal_merge_part"("proposal_id");

-- Agreements alone: a refusal ends the question without a row that says whose it was.
CREATE TABLE "proposal_merge_consent" (
    "merge_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "proposal_merge_consent_pkey" PRIMARY KEY ("merge_id", "person_id"),
    CONSTRAINT "proposal_merge_consent_merge_fkey" FOREIGN KEY ("merge_id")
        REFERENCES "proposal_merge"("id") ON DELETE CASCADE,
    CONSTRAINT "proposal_merge_consent_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- What the coordination asks of whoever wrote a proposal, and what they answer: by nobody's name.
CREATE TABLE "proposal_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposal_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "asked_on" DATE NOT NULL,

    CONSTRAINT "proposal_question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proposal_question_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id") ON DELETE CASCADE
);
CREATE INDEX "proposal_question_proposal_idx" ON "proposal_question"("proposal_id");

-- The frozen list does not change: its wordings are what the hash was made of.
CREATE FUNCTION "proposal_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."number" IS NOT NULL AND (
        TG_OP = 'DELETE' OR ROW(OLD."number", OLD."kind", OLD."theme", OLD."city", OLD."language",
            OLD."sentence", OLD."paragraph", OLD."state") IS DISTINCT FROM
        ROW(NEW."number", NEW."kind", NEW."theme", NEW."city", NEW."language", NEW."sentence",
            NEW."paragraph", NEW."state")) THEN
        RAISE EXCEPTION 'the list of proposals is frozen';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "proposal_frozen" BEFORE UPDATE OR DELETE ON "proposal"
    FOR EACH ROW EXECUTE FUNCTION "proposal_is_frozen"();
