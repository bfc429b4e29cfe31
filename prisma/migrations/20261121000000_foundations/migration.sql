-- CreateEnum
CREATE TYPE "AssemblyPhase" AS ENUM ('prepared', 'convened', 'live', 'closed');

-- CreateEnum
CREATE TYPE "ItemPurpose" AS ENUM ('inform', 'debate', 'decide');

-- CreateEnum
CREATE TYPE "ItemPhase" AS ENUM ('upcoming', 'current', 'done');

-- CreateEnum
CREATE TYPE "DecisionPhase" AS ENUM ('draft', 'open', 'closed', 'counted', 'published');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('statutory', 'open', 'practical');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('received', 'held', 'refused', 'merged', 'published', 'queued', 'asked', 'answered_oral', 'owed_written', 'answered_written', 'withdrawn');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('natural', 'legal');

-- CreateEnum
CREATE TYPE "EmailStatus" AS ENUM ('working', 'bounced', 'none');

-- CreateEnum
CREATE TYPE "MembershipEventKind" AS ENUM ('admitted', 'refused', 'resigned', 'excluded', 'left_by_right', 'deceased', 'category_changed', 'shares_changed');

-- CreateEnum
CREATE TYPE "AffiliationKind" AS ENUM ('unit_holder', 'support_staff', 'guest');

-- CreateTable
CREATE TABLE "assembly" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ordinary',
    "title" JSONB NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "phase" "AssemblyPhase" NOT NULL DEFAULT 'prepared',
    "current_item_id" UUID,
    "questions_open" BOOLEAN NOT NULL DEFAULT false,
    "roll_as_of" DATE,
    "profile_version" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assembly_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "purpose" "ItemPurpose" NOT NULL,
    "phase" "ItemPhase" NOT NULL DEFAULT 'upcoming',
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "minutes" INTEGER NOT NULL DEFAULT 10,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_document" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "authoritative" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "item_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_entry" (
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "category_id" TEXT NOT NULL,
    "office_id" TEXT,
    "language" TEXT NOT NULL,
    "shares" INTEGER NOT NULL,

    CONSTRAINT "roll_entry_pkey" PRIMARY KEY ("assembly_id","person_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'online',
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_challenge" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statute_profile" (
    "version" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "statute_profile_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "item_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 1,
    "phase" "DecisionPhase" NOT NULL DEFAULT 'draft',
    "texts" JSONB NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "legal_channel" TEXT NOT NULL DEFAULT 'live_remote',
    "method" TEXT NOT NULL DEFAULT 'resolution',
    "rule" JSONB NOT NULL,
    "tie_rule" TEXT NOT NULL DEFAULT 'not_adopted',
    "ballot_kind" TEXT NOT NULL DEFAULT 'named',
    "may_change" BOOLEAN NOT NULL DEFAULT true,
    "electorate" JSONB NOT NULL DEFAULT '{}',
    "profile_version" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "counted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "frozen" JSONB NOT NULL DEFAULT '{}',
    "override_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_option" (
    "decision_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "decision_option_pkey" PRIMARY KEY ("decision_id","id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "decision_id" UUID NOT NULL,
    "elector_id" UUID NOT NULL,
    "option_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "receipt" TEXT NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("decision_id","elector_id")
);

-- CreateTable
CREATE TABLE "tally" (
    "decision_id" UUID NOT NULL,
    "report" JSONB NOT NULL,
    "ballots_hash" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "item_id" UUID,
    "author_id" UUID NOT NULL,
    "number" INTEGER,
    "kind" "QuestionKind" NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'received',
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "name_hidden" BOOLEAN NOT NULL DEFAULT false,
    "supports" INTEGER NOT NULL DEFAULT 0,
    "queue_place" INTEGER,
    "merged_into_id" UUID,
    "refusal_reason" TEXT,
    "refusal_note" TEXT NOT NULL DEFAULT '',
    "refusal_proposed_by" UUID,
    "contested" BOOLEAN NOT NULL DEFAULT false,
    "answer" TEXT NOT NULL DEFAULT '',
    "answer_owner" TEXT NOT NULL DEFAULT '',
    "answer_due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_support" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "question_support_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "question_move" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "from" "QuestionState" NOT NULL,
    "to" "QuestionState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_room" (
    "room" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "view" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "live_room_pkey" PRIMARY KEY ("room")
);

-- CreateTable
CREATE TABLE "live_delta" (
    "room" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_delta_pkey" PRIMARY KEY ("room","seq")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "register_no" TEXT,
    "kind" "PersonKind" NOT NULL DEFAULT 'natural',
    "given_name" TEXT NOT NULL DEFAULT '',
    "family_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'fr',
    "office_id" TEXT,
    "email" TEXT,
    "email_status" "EmailStatus" NOT NULL DEFAULT 'none',
    "postal" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "opens_on" DATE,
    "closes_on" DATE,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_category" (
    "id" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "member_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_event" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "MembershipEventKind" NOT NULL,
    "category_id" TEXT,
    "shares" INTEGER,
    "effective_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "membership_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "AffiliationKind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation" (
    "id" UUID NOT NULL,
    "legal_person_id" UUID NOT NULL,
    "representative_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "progress" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "content" BYTEA,

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dated_fact" (
    "key" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" DECIMAL(16,2),
    "unit" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "dated_fact_pkey" PRIMARY KEY ("key","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "assembly_slug_key" ON "assembly"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_assembly_id_position_key" ON "agenda_item"("assembly_id", "position");

-- CreateIndex
CREATE INDEX "attendance_assembly_id_person_id_idx" ON "attendance"("assembly_id", "person_id");

-- CreateIndex
CREATE INDEX "auth_session_person_id_idx" ON "auth_session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_challenge_link_hash_key" ON "sign_in_challenge"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_challenge_expires_at_idx" ON "sign_in_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE INDEX "decision_assembly_id_idx" ON "decision"("assembly_id");

-- CreateIndex
CREATE INDEX "question_assembly_id_state_idx" ON "question"("assembly_id", "state");

-- CreateIndex
CREATE INDEX "question_author_id_assembly_id_idx" ON "question"("author_id", "assembly_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_assembly_id_number_key" ON "question"("assembly_id", "number");

-- CreateIndex
CREATE INDEX "question_support_person_id_idx" ON "question_support"("person_id");

-- CreateIndex
CREATE INDEX "question_move_question_id_idx" ON "question_move"("question_id");

-- CreateIndex
CREATE INDEX "live_delta_at_idx" ON "live_delta"("at");

-- CreateIndex
CREATE UNIQUE INDEX "person_register_no_key" ON "person"("register_no");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_family_name_given_name_idx" ON "person"("family_name", "given_name");

-- CreateIndex
CREATE INDEX "membership_event_person_id_effective_on_idx" ON "membership_event"("person_id", "effective_on");

-- CreateIndex
CREATE INDEX "membership_event_effective_on_idx" ON "membership_event"("effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "affiliation_person_id_kind_valid_from_key" ON "affiliation"("person_id", "kind", "valid_from");

-- CreateIndex
CREATE INDEX "representation_representative_id_idx" ON "representation"("representative_id");

-- CreateIndex
CREATE INDEX "role_grant_body_role_idx" ON "role_grant"("body", "role");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_person_id_role_body_valid_from_key" ON "role_grant"("person_id", "role", "body", "valid_from");

-- CreateIndex
CREATE INDEX "mail_sent_at_idx" ON "mail"("sent_at");

-- CreateIndex
CREATE INDEX "command_receipt_created_at_idx" ON "command_receipt" USING BRIN ("created_at");

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_profile_version_fkey" FOREIGN KEY ("profile_version") REFERENCES "statute_profile"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_document" ADD CONSTRAINT "item_document_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password" ADD CONSTRAINT "password_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_profile_version_fkey" FOREIGN KEY ("profile_version") REFERENCES "statute_profile"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_option" ADD CONSTRAINT "decision_option_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_elector_id_fkey" FOREIGN KEY ("elector_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_support" ADD CONSTRAINT "question_support_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_support" ADD CONSTRAINT "question_support_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_move" ADD CONSTRAINT "question_move_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_event" ADD CONSTRAINT "membership_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_event" ADD CONSTRAINT "membership_event_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "member_category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_legal_person_id_fkey" FOREIGN KEY ("legal_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema cannot say --------------------------------------------------------------

-- One open interval of presence a person and assembly.
CREATE UNIQUE INDEX "attendance_open_key" ON "attendance"("assembly_id", "person_id") WHERE "left_at" IS NULL;

-- A named ballot names an option of its own decision, which makes a key to the decision needless.
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_option_fkey" FOREIGN KEY ("decision_id", "option_id")
  REFERENCES "decision_option"("decision_id", "id");

-- Waiting work is found without reading what is done.
CREATE INDEX "outbox_event_waiting_idx" ON "outbox_event"("id") WHERE "dispatched_at" IS NULL;
CREATE INDEX "mail_waiting_idx" ON "mail"("created_at") WHERE "sent_at" IS NULL;

-- Nobody rewrites the register's past or the journal.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "membership_event_append_only" BEFORE UPDATE OR DELETE ON "membership_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "question_move_append_only" BEFORE UPDATE OR DELETE ON "question_move"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
