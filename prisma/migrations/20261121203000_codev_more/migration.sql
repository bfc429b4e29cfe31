-- Co-development: who advises whom, what a group says at its end, and the time of devices.

-- Who of the support team follows whose file: that there is one, and nothing of what is in it. No
-- page shows it but the adviser's own.
CREATE TABLE "codev_file" (
    "adviser_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_file_pkey" PRIMARY KEY ("adviser_id", "member_id"),
    CONSTRAINT "codev_file_two_check" CHECK ("adviser_id" <> "member_id"),
    CONSTRAINT "codev_file_adviser_id_fkey" FOREIGN KEY ("adviser_id")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_file_member_id_fkey" FOREIGN KEY ("member_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_file_member_id_idx" ON "codev_file"("member_id");

-- At the end of a cycle: who answered, and apart from it what was answered.
CREATE TABLE "codev_end_answered" (
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "codev_end_answered_pkey" PRIMARY KEY ("cycle_id", "person_id"),
    CONSTRAINT "codev_end_answered_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_end_answered_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_end_answered_person_id_idx" ON "codev_end_answered"("person_id");

CREATE TABLE "codev_end_answer" (
    -- By chance (version 4), so that no order tells who was first.
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    -- How much of what one set out to do was done.
    "actions" TEXT NOT NULL,
    "recommend" SMALLINT NOT NULL,
    "learnings" TEXT[] NOT NULL,

    CONSTRAINT "codev_end_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_end_answer_actions_check" CHECK ("actions" IN ('none', 'some', 'most')),
    CONSTRAINT "codev_end_answer_recommend_check" CHECK ("recommend" BETWEEN 1 AND 4),
    CONSTRAINT "codev_end_answer_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_end_answer_cycle_id_idx" ON "codev_end_answer"("cycle_id");

-- Whole groups are published together, each kind of answer on its own, and each group once.
ALTER TABLE "codev_cycle"
    ADD COLUMN "end_release" INTEGER,
    ADD COLUMN "follow_release" INTEGER;

-- The outcome as it was counted: who changes their answer later changes no published sum.
ALTER TABLE "codev_follow_up"
    ADD COLUMN "counted" TEXT,
    ADD CONSTRAINT "codev_follow_up_counted_check"
        CHECK ("counted" IN ('done', 'partly', 'otherwise', 'not-yet'));
CREATE INDEX "codev_follow_up_session_id_idx" ON "codev_follow_up"("session_id");

-- When it was written on the device: of two that were apart, the later one stays.
ALTER TABLE "codev_text" ADD COLUMN "written_at" TIMESTAMPTZ(3);
