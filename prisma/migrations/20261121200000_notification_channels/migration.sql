-- Each channel is chosen for by itself: whether it is shown in Palabre, and how it comes by mail.
ALTER TABLE "notice_choice"
    DROP CONSTRAINT "notice_choice_pkey",
    DROP CONSTRAINT "notice_choice_check",
    ADD COLUMN "channel" TEXT NOT NULL DEFAULT 'mail';
INSERT INTO "notice_choice" ("person_id", "body", "choice", "channel")
    SELECT "person_id", "body", CASE WHEN "choice" = 'nothing' THEN 'hidden' ELSE 'shown' END, 'in-app'
    FROM "notice_choice";
UPDATE "notice_choice" SET "choice" = 'none'
    WHERE "channel" = 'mail' AND "choice" IN ('in-app', 'nothing');
ALTER TABLE "notice_choice"
    ALTER COLUMN "channel" DROP DEFAULT,
    ADD CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id", "channel", "body"),
    ADD CONSTRAINT "notice_choice_check" CHECK (
        ("channel" = 'in-app' AND "choice" IN ('shown', 'hidden'))
        OR ("channel" = 'mail' AND "choice" IN ('now', 'daily', 'weekly', 'none')));

-- False for who wants to hear of it by mail alone.
ALTER TABLE "notice" ADD COLUMN "in_app" BOOLEAN NOT NULL DEFAULT true;
DROP INDEX "notice_unread_idx";
CREATE INDEX "notice_unread_idx" ON "notice"("person_id")
    WHERE "read_at" IS NULL AND "settled_at" IS NULL AND "in_app";

ALTER TABLE "solicitation"
    -- A group asks its own, or who asked to be told: on their calendar alone, counted, never held back.
    ADD COLUMN "within" BOOLEAN NOT NULL DEFAULT false,
    -- Of what is statutory: the article that asks for it.
    ADD COLUMN "basis" TEXT NOT NULL DEFAULT '';

-- Why a request was called off, or its answer comes on another day. Never rewritten.
CREATE TABLE "solicitation_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "solicitation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "reason" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "solicitation_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "solicitation_change_check" CHECK (
        "kind" = 'cancelled' OR ("kind" = 'moved' AND "from_day" IS NOT NULL AND "to_day" IS NOT NULL)),
    CONSTRAINT "solicitation_change_solicitation_id_fkey" FOREIGN KEY ("solicitation_id")
        REFERENCES "solicitation"("id") ON DELETE CASCADE
);
CREATE INDEX "solicitation_change_solicitation_id_idx" ON "solicitation_change"("solicitation_id");

ALTER TABLE "statutory_sending"
    -- As it was sent: the proof outlives the mail and the address of the register.
    ADD COLUMN "subject" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '',
    -- No mail server took it in the best part of a day.
    ADD COLUMN "given_up_at" TIMESTAMPTZ(3);
