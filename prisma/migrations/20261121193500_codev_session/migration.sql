-- What the two facilitators of a co-development session did, with the time of their device: the
-- course of the session is what these acts come to (app/domain/codev/course.ts).

CREATE TABLE "codev_act" (
    -- Made by the device: the same act twice is one.
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    -- When it was done, on the server's clock; not when it arrived.
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seat" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "minutes" SMALLINT,
    "seen" SMALLINT,
    "reason" TEXT,
    -- Marks of who has spoken and of what was said go when the session closes.
    "person_id" UUID,
    "tag" TEXT,

    CONSTRAINT "codev_act_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_act_seat_check" CHECK ("seat" IN ('lead', 'second')),
    CONSTRAINT "codev_act_reason_check" CHECK (("kind" = 'skip') = ("reason" IS NOT NULL)),
    CONSTRAINT "codev_act_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "codev_session"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_act_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_act_session_id_idx" ON "codev_act"("session_id");
CREATE INDEX "codev_act_person_id_idx" ON "codev_act"("person_id");
