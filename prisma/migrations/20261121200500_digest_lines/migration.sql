-- What waits for somebody's digest, apart from the notice: a line is deleted when it was written. To
-- note it on the notice wrote each of its indexes anew, five times for one mail.
CREATE TABLE "digest_line" (
    "rhythm" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("rhythm", "person_id", "notice_id"),
    CONSTRAINT "digest_line_rhythm_check" CHECK ("rhythm" IN ('daily', 'weekly')),
    CONSTRAINT "digest_line_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "digest_line_person_id_idx" ON "digest_line"("person_id");
INSERT INTO "digest_line" ("rhythm", "person_id", "notice_id")
    SELECT "mail", "person_id", "id" FROM "notice"
    WHERE "mail" IN ('daily', 'weekly') AND "mailed_at" IS NULL;

DROP INDEX "notice_waiting_idx";
-- What cannot wait.
CREATE INDEX "notice_now_idx" ON "notice"("created_at") WHERE "mail" = 'now' AND "mailed_at" IS NULL;
