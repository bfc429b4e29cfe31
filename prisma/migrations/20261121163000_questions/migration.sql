-- Questions from before the assembly to the written answer: rounds, fair slots, names that are not
-- stored, appeals, translations, owed answers and their reminders.

-- How questions are chosen (two-phase unless said otherwise), and which function answers what
-- nobody else was given to answer.
ALTER TABLE "assembly"
    ADD COLUMN "question_mode" TEXT NOT NULL DEFAULT 'two-phase'
        CONSTRAINT "assembly_question_mode_check"
        CHECK ("question_mode" IN ('two-phase', 'continuous', 'simple')),
    ADD COLUMN "answers_owner" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "answers_address" TEXT NOT NULL DEFAULT '';

-- One round: collected in silence, merged, one burst of support, shown.
CREATE TABLE "question_round" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'collect',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_at" TIMESTAMPTZ(3),
    "earliest_end" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_round_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "question_round_number_key" UNIQUE ("assembly_id", "number"),
    CONSTRAINT "question_round_stage_check" CHECK ("stage" IN ('collect', 'merge', 'burst', 'shown')),
    CONSTRAINT "question_round_burst_check" CHECK ("stage" <> 'burst' OR "ends_at" IS NOT NULL),
    CONSTRAINT "question_round_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE
);

-- Five questions chosen at once; `record` holds what they were chosen from, so that anybody can
-- repeat the choice.
CREATE TABLE "question_slot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "drawn_in" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "question_slot_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "question_slot_number_key" UNIQUE ("assembly_id", "number"),
    CONSTRAINT "question_slot_drawn_in_check" CHECK ("drawn_in" IN ('room', 'machine')),
    CONSTRAINT "question_slot_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE
);

-- Without an author: a name that is not stored, or a paper that somebody else typed.
ALTER TABLE "question"
    ALTER COLUMN "author_id" DROP NOT NULL,
    -- Published and not yet shown to members: it waits for the burst of support.
    ADD COLUMN "silent" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "entered_by" UUID REFERENCES "person"("id"),
    ADD COLUMN "exposures" INTEGER NOT NULL DEFAULT 0,
    -- Why it is next: QueueWhy of app/domain/live-session/fair-slots.ts.
    ADD COLUMN "queue_why" JSONB,
    ADD COLUMN "slot_id" UUID REFERENCES "question_slot"("id") ON DELETE SET NULL,
    ADD COLUMN "owed_at" TIMESTAMPTZ(3),
    ADD COLUMN "answer_address" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "answer_changes" TEXT NOT NULL DEFAULT '';

UPDATE "question" q SET "owed_at" = (
    SELECT max(m."at") FROM "question_move" m
    WHERE m."question_id" = q."id" AND m."to" = 'owed_written');

-- A group is put together again and again: who was merged into whom.
CREATE INDEX "question_merged_into_idx" ON "question"("merged_into_id")
    WHERE "merged_into_id" IS NOT NULL;
CREATE INDEX "question_owed_idx" ON "question"("owed_at") WHERE "state" = 'owed_written';

-- Who had a question before their eyes, for the continuous mode alone; emptied at close.
CREATE TABLE "question_exposure" (
    "question_id" UUID NOT NULL REFERENCES "question"("id") ON DELETE CASCADE,
    "person_id" UUID NOT NULL REFERENCES "person"("id"),

    CONSTRAINT "question_exposure_pkey" PRIMARY KEY ("question_id", "person_id")
);

-- How many questions somebody sent whose name is not stored. `mark` is a keyed hash of the person
-- and the item; the key, and every mark with it, is destroyed at close. No row names a question.
CREATE TABLE "question_limit_key" (
    "assembly_id" UUID NOT NULL REFERENCES "assembly"("id") ON DELETE CASCADE,
    "key" BYTEA NOT NULL,

    CONSTRAINT "question_limit_key_pkey" PRIMARY KEY ("assembly_id")
);
CREATE TABLE "question_allowance" (
    "assembly_id" UUID NOT NULL REFERENCES "assembly"("id") ON DELETE CASCADE,
    "mark" BYTEA NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "question_allowance_pkey" PRIMARY KEY ("assembly_id", "mark")
);

-- An asker asks somebody who had no part in it to look again.
CREATE TABLE "question_appeal" (
    "question_id" UUID NOT NULL REFERENCES "question"("id") ON DELETE CASCADE,
    "words" TEXT NOT NULL,
    "against" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "judge_id" UUID REFERENCES "person"("id"),
    "judged_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_appeal_pkey" PRIMARY KEY ("question_id"),
    CONSTRAINT "question_appeal_against_check" CHECK ("against" IN ('refused', 'merged')),
    CONSTRAINT "question_appeal_outcome_check" CHECK ("outcome" IN ('upheld', 'rejected')),
    CONSTRAINT "question_appeal_judged_check"
        CHECK (("outcome" IS NULL) = ("judge_id" IS NULL) AND ("outcome" IS NULL) = ("judged_at" IS NULL))
);

-- A text of a question in another language: by a person (reviewed by another or not yet), or by a
-- machine and marked so.
CREATE TABLE "question_translation" (
    "question_id" UUID NOT NULL REFERENCES "question"("id") ON DELETE CASCADE,
    "part" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "translator_id" UUID NOT NULL REFERENCES "person"("id"),
    "reviewer_id" UUID REFERENCES "person"("id"),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_translation_pkey" PRIMARY KEY ("question_id", "part", "language"),
    CONSTRAINT "question_translation_part_check" CHECK ("part" IN ('text', 'answer')),
    CONSTRAINT "question_translation_made_by_check" CHECK ("made_by" IN ('person', 'machine'))
);

-- Reminders that left: one for each of the days of rules §4.6, never two.
CREATE TABLE "question_reminder" (
    "question_id" UUID NOT NULL REFERENCES "question"("id") ON DELETE CASCADE,
    "days" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_reminder_pkey" PRIMARY KEY ("question_id", "days")
);
