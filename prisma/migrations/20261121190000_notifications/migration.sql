-- One thing told to one person; what becomes of it by mail is settled when it is told.
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "body_name" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "urgency" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    -- The person did already what it asks, or it is over.
    "settled_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_urgency_check" CHECK ("urgency" IN ('digest', 'soon', 'statutory')),
    CONSTRAINT "notice_mail_check" CHECK ("mail" IN ('now', 'daily', 'weekly', 'none')),
    CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
-- The same person and key is told once.
CREATE UNIQUE INDEX "notice_person_id_key_key" ON "notice"("person_id", "key");
CREATE INDEX "notice_person_id_id_idx" ON "notice"("person_id", "id" DESC);
CREATE INDEX "notice_key_idx" ON "notice"("key") WHERE "settled_at" IS NULL;
CREATE INDEX "notice_unread_idx" ON "notice"("person_id")
    WHERE "read_at" IS NULL AND "settled_at" IS NULL;
-- What waits for a mail: a digest pages through it by person.
CREATE INDEX "notice_waiting_idx" ON "notice"("mail", "person_id")
    WHERE "mailed_at" IS NULL AND "mail" <> 'none';

-- What a person chose for one body ("lab:<id>"), a family of bodies ("lab") or everything ("*").
CREATE TABLE "notice_choice" (
    "person_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id", "body"),
    CONSTRAINT "notice_choice_check"
        CHECK ("choice" IN ('now', 'daily', 'weekly', 'in-app', 'nothing')),
    CONSTRAINT "notice_choice_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- Hours of Brussels between which no mail is sent; without a row the usual ones hold.
CREATE TABLE "quiet_hours" (
    "person_id" UUID NOT NULL,
    "from_hour" SMALLINT NOT NULL,
    "to_hour" SMALLINT NOT NULL,

    CONSTRAINT "quiet_hours_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "quiet_hours_check" CHECK ("from_hour" BETWEEN 0 AND 23 AND "to_hour" BETWEEN 0 AND 23),
    CONSTRAINT "quiet_hours_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- One digest of everybody: how far it has come. "daily:2026-11-21", "weekly:2026-11-23".
CREATE TABLE "digest_run" (
    "period" TEXT NOT NULL,
    "cursor" UUID,
    "written" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_run_pkey" PRIMARY KEY ("period")
);

-- Proof of a notice that law or statutes ask for: outlives the mail and what became of the notice.
CREATE TABLE "statutory_sending" (
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    -- Null for who has no address that works: on paper, or at the desk.
    "mail_id" UUID,
    "text_sha256" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "bounced_at" TIMESTAMPTZ(3),

    CONSTRAINT "statutory_sending_pkey" PRIMARY KEY ("key", "person_id")
);
CREATE INDEX "statutory_sending_mail_id_idx" ON "statutory_sending"("mail_id");
CREATE INDEX "statutory_sending_person_id_idx" ON "statutory_sending"("person_id");

ALTER TABLE "mail"
    -- Quiet hours of its reader: not carried before.
    ADD COLUMN "not_before" TIMESTAMPTZ(3),
    -- The address under which its reader wants no more of these.
    ADD COLUMN "unsubscribe" TEXT;

-- What asks something of many members: one calendar for all of it.
CREATE TABLE "solicitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    -- Of what asks, so that the same thing asks once: "lab:<id>/opening".
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "statutory" BOOLEAN NOT NULL DEFAULT false,
    "asked_on" DATE NOT NULL,
    -- Who will act on what members say, and by when they are answered.
    "who_acts" TEXT NOT NULL DEFAULT '',
    "answer_by" DATE,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "spared" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    -- What became of it, for whoever was asked.
    "became" JSONB NOT NULL DEFAULT '{}',
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "solicitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "solicitation_key_key" ON "solicitation"("key");
CREATE INDEX "solicitation_asked_on_idx" ON "solicitation"("asked_on");

CREATE TABLE "solicited" (
    "solicitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "solicited_pkey" PRIMARY KEY ("person_id", "solicitation_id"),
    CONSTRAINT "solicited_solicitation_id_fkey" FOREIGN KEY ("solicitation_id")
        REFERENCES "solicitation"("id") ON DELETE CASCADE,
    CONSTRAINT "solicited_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- One row: no more requests than `most` to one person within `days`.
CREATE TABLE "solicitation_cap" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "most" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "solicitation_cap_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "solicitation_cap_only_check" CHECK ("only"),
    CONSTRAINT "solicitation_cap_check" CHECK ("most" BETWEEN 1 AND 50 AND "days" BETWEEN 1 AND 366)
);
INSERT INTO "solicitation_cap" ("most", "days") VALUES (3, 30);

-- Days on which nothing but what law asks for is asked of members.
CREATE TABLE "quiet_period" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "titles" JSONB NOT NULL,

    CONSTRAINT "quiet_period_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "quiet_period_check" CHECK ("first_day" <= "last_day")
);
