-- How far somebody has read in a conversation of their lab. It marks what is new for them, and is
-- shown to nobody else.
CREATE TABLE "lab_reading" (
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_reading_pkey" PRIMARY KEY ("thread_id", "person_id"),
    CONSTRAINT "lab_reading_thread_id_fkey" FOREIGN KEY ("thread_id")
        REFERENCES "lab_thread"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_reading_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "lab_reading_person_id_idx" ON "lab_reading"("person_id");

-- Raised by every message, edit and taking back: who has a conversation open is told that it moved.
ALTER TABLE "lab_thread" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
