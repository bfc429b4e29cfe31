-- The convocation: its words, to whom it went by which way and when, with what outcome (rules §1.3);
-- in whose language owed answers are asked for; which votes were recalled to those who came.

CREATE TABLE "convocation" (
    "assembly_id" UUID NOT NULL,
    -- What the board adds, by language.
    "words" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    -- Once sent: the text that everybody got, and its SHA-256 in hex, by language.
    "texts" JSONB,
    "hashes" JSONB,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by" UUID,

    CONSTRAINT "convocation_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "convocation_sent_check" CHECK (
        ("sent_at" IS NULL) = ("texts" IS NULL) AND ("sent_at" IS NULL) = ("hashes" IS NULL)),
    CONSTRAINT "convocation_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "convocation_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "person"("id")
);

-- The proof: one row a person. Address and language are those of the day on which they were frozen.
CREATE TABLE "convocation_addressee" (
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "mail_id" UUID,
    "written_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcome_at" TIMESTAMPTZ(3),
    -- When somebody said that the letter was handed to the post, and the address on it.
    "posted_at" TIMESTAMPTZ(3),
    "posted_to" TEXT,
    "posted_by" UUID,

    CONSTRAINT "convocation_addressee_pkey" PRIMARY KEY ("assembly_id", "person_id"),
    CONSTRAINT "convocation_addressee_capacity_check" CHECK ("capacity" IN ('member', 'director')),
    CONSTRAINT "convocation_addressee_channel_check" CHECK ("channel" IN ('mail', 'post')),
    CONSTRAINT "convocation_addressee_outcome_check"
        CHECK ("outcome" IN ('taken', 'kept', 'bounced', 'given-up')),
    CONSTRAINT "convocation_addressee_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "convocation"("assembly_id") ON DELETE CASCADE,
    CONSTRAINT "convocation_addressee_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id"),
    CONSTRAINT "convocation_addressee_posted_by_fkey" FOREIGN KEY ("posted_by")
        REFERENCES "person"("id")
);
CREATE UNIQUE INDEX "convocation_addressee_mail_id_key" ON "convocation_addressee"("mail_id")
    WHERE "mail_id" IS NOT NULL;
CREATE INDEX "convocation_addressee_unwritten_idx"
    ON "convocation_addressee"("assembly_id", "person_id")
    WHERE "channel" = 'mail' AND "written_at" IS NULL;
CREATE INDEX "convocation_addressee_post_idx"
    ON "convocation_addressee"("assembly_id", "person_id")
    WHERE "channel" = 'post' OR "outcome" IN ('bounced', 'given-up');

-- What was sent is what will be decided: after it the agenda keeps its items and their words
-- (rules §1.3). Its progress through the day is another matter.
CREATE FUNCTION refuse_change_of_convoked_agenda() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM convocation
      WHERE assembly_id = coalesce(NEW.assembly_id, OLD.assembly_id) AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the agenda of an assembly that was convened does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "agenda_item_convoked" BEFORE INSERT OR UPDATE OF "title", "purpose", "position"
    ON "agenda_item" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_convoked_agenda();

-- The language in which a function is asked for the answers that it owes.
ALTER TABLE "assembly" ADD COLUMN "answers_language" TEXT NOT NULL DEFAULT 'fr';
ALTER TABLE "question" ADD COLUMN "answer_language" TEXT;

-- Votes of several days of which those who came were reminded, once.
CREATE TABLE "vote_reminder" (
    "decision_id" UUID NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vote_reminder_pkey" PRIMARY KEY ("decision_id"),
    CONSTRAINT "vote_reminder_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "decision"("id") ON DELETE CASCADE
);
