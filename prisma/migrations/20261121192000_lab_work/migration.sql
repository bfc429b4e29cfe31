-- What a lab works with: the charter it agrees on, dates it looks for, minutes written together,
-- documents, tasks, decisions by consent or by vote, and its discussion.

CREATE TABLE "lab_charter" (
    "lab_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_charter_pkey" PRIMARY KEY ("lab_id", "number"),
    CONSTRAINT "lab_charter_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_charter_written_by_fkey" FOREIGN KEY ("written_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);

-- Each agrees for themselves, to one version: a new one asks everybody again.
CREATE TABLE "lab_charter_agreement" (
    "lab_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_charter_agreement_pkey" PRIMARY KEY ("lab_id", "number", "person_id"),
    CONSTRAINT "lab_charter_agreement_charter_fkey" FOREIGN KEY ("lab_id", "number")
        REFERENCES "lab_charter"("lab_id", "number") ON DELETE CASCADE,
    CONSTRAINT "lab_charter_agreement_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

CREATE TABLE "lab_date_poll" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "chosen_option" UUID,
    "meeting_id" UUID,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_date_poll_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_date_poll_state_check" CHECK ("state" IN ('open', 'chosen', 'dropped')),
    CONSTRAINT "lab_date_poll_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_date_poll_meeting_id_fkey" FOREIGN KEY ("meeting_id")
        REFERENCES "lab_meeting"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_date_poll_made_by_fkey" FOREIGN KEY ("made_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_date_poll_lab_id_idx" ON "lab_date_poll"("lab_id", "made_at" DESC);

CREATE TABLE "lab_date_option" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "poll_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_date_option_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_date_option_times_check" CHECK ("starts_at" < "ends_at"),
    CONSTRAINT "lab_date_option_once" UNIQUE ("poll_id", "starts_at", "ends_at"),
    CONSTRAINT "lab_date_option_poll_id_fkey" FOREIGN KEY ("poll_id")
        REFERENCES "lab_date_poll"("id") ON DELETE CASCADE
);

CREATE TABLE "lab_date_answer" (
    "option_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "lab_date_answer_pkey" PRIMARY KEY ("option_id", "person_id"),
    CONSTRAINT "lab_date_answer_check" CHECK ("answer" IN ('yes', 'if-needed', 'no')),
    CONSTRAINT "lab_date_answer_option_id_fkey" FOREIGN KEY ("option_id")
        REFERENCES "lab_date_option"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_date_answer_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "lab_date_answer_person_id_idx" ON "lab_date_answer"("person_id");

-- Minutes written by several people at once. The text is what a log of updates makes, in whatever
-- order they came: `snapshot` holds those up to `snapshot_seq`, the rows below the others.
CREATE TABLE "lab_minutes" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "meeting_id" UUID,
    "title" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'draft',
    "visibility" TEXT NOT NULL DEFAULT 'group',
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "snapshot_seq" INTEGER NOT NULL DEFAULT 0,
    "snapshot" BYTEA,
    -- Raised by every change of phase, visibility or title.
    "revision" INTEGER NOT NULL DEFAULT 0,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" UUID,
    -- Of the version that was proposed, and that is approved.
    "proposed_version" INTEGER,
    "approved_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_minutes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_minutes_phase_check" CHECK ("phase" IN ('draft', 'proposed', 'approved')),
    CONSTRAINT "lab_minutes_visibility_check" CHECK ("visibility" IN ('group', 'public')),
    -- Nothing is public before the group approved it.
    CONSTRAINT "lab_minutes_public_check" CHECK ("visibility" = 'group' OR "phase" = 'approved'),
    CONSTRAINT "lab_minutes_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id")
        REFERENCES "lab_meeting"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_minutes_made_by_fkey" FOREIGN KEY ("made_by")
        REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_minutes_proposed_by_fkey" FOREIGN KEY ("proposed_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_minutes_lab_id_idx" ON "lab_minutes"("lab_id", "made_at" DESC);

CREATE TABLE "lab_minutes_update" (
    "minutes_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_minutes_update_pkey" PRIMARY KEY ("minutes_id", "seq"),
    CONSTRAINT "lab_minutes_update_minutes_id_fkey" FOREIGN KEY ("minutes_id")
        REFERENCES "lab_minutes"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_minutes_update_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);

-- The text as it stood: kept when the log is compacted, when somebody asks, when it is proposed.
CREATE TABLE "lab_minutes_version" (
    "minutes_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kept_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_minutes_version_pkey" PRIMARY KEY ("minutes_id", "number"),
    CONSTRAINT "lab_minutes_version_reason_check"
        CHECK ("reason" IN ('regular', 'kept', 'restored', 'proposed')),
    CONSTRAINT "lab_minutes_version_minutes_id_fkey" FOREIGN KEY ("minutes_id")
        REFERENCES "lab_minutes"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_minutes_version_kept_by_fkey" FOREIGN KEY ("kept_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);

CREATE TABLE "lab_minutes_agreement" (
    "minutes_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_minutes_agreement_pkey" PRIMARY KEY ("minutes_id", "person_id"),
    CONSTRAINT "lab_minutes_agreement_minutes_id_fkey" FOREIGN KEY ("minutes_id")
        REFERENCES "lab_minutes"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_minutes_agreement_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

CREATE TABLE "lab_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'group',
    "added_by" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_document_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_document_visibility_check" CHECK ("visibility" IN ('group', 'public')),
    CONSTRAINT "lab_document_bytes_check" CHECK ("bytes" = octet_length("content")),
    CONSTRAINT "lab_document_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_document_added_by_fkey" FOREIGN KEY ("added_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_document_lab_id_idx" ON "lab_document"("lab_id", "added_at" DESC);

CREATE TABLE "lab_task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_task_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_task_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_task_owner_id_fkey" FOREIGN KEY ("owner_id")
        REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_task_done_by_fkey" FOREIGN KEY ("done_by")
        REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_task_made_by_fkey" FOREIGN KEY ("made_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_task_lab_id_idx" ON "lab_task"("lab_id");
CREATE INDEX "lab_task_owner_id_idx" ON "lab_task"("owner_id") WHERE "done_at" IS NULL;

CREATE TABLE "lab_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    -- By consent (nobody objects any more) or by a vote, which is named.
    "way" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_by" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    -- Of a vote: the counting method, its settings and options, and what it counted.
    "method" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "options" TEXT[] NOT NULL DEFAULT '{}',
    "report" JSONB,

    CONSTRAINT "lab_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_decision_way_check" CHECK ("way" IN ('consent', 'vote')),
    CONSTRAINT "lab_decision_phase_check" CHECK ("phase" IN
        ('clarifying', 'objecting', 'adopted', 'voting', 'counted', 'withdrawn')),
    CONSTRAINT "lab_decision_method_check" CHECK (("way" = 'vote') = ("method" IS NOT NULL)),
    CONSTRAINT "lab_decision_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_decision_made_by_fkey" FOREIGN KEY ("made_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_decision_lab_id_idx" ON "lab_decision"("lab_id", "made_at" DESC);

CREATE TABLE "lab_decision_version" (
    "decision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_decision_version_pkey" PRIMARY KEY ("decision_id", "number"),
    CONSTRAINT "lab_decision_version_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "lab_decision"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_decision_version_written_by_fkey" FOREIGN KEY ("written_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);

-- Questions to understand a proposal, and their answers.
CREATE TABLE "lab_decision_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "decision_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_decision_question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_decision_question_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "lab_decision"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_decision_question_asked_by_fkey" FOREIGN KEY ("asked_by")
        REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "lab_decision_question_answered_by_fkey" FOREIGN KEY ("answered_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_decision_question_decision_id_idx"
    ON "lab_decision_question"("decision_id", "asked_at");

-- What each says of one version: consent, standing aside, or an objection with its reason.
CREATE TABLE "lab_decision_stance" (
    "decision_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_decision_stance_pkey" PRIMARY KEY ("decision_id", "version", "person_id"),
    CONSTRAINT "lab_decision_stance_check" CHECK ("stance" IN ('consent', 'aside', 'objection')),
    CONSTRAINT "lab_decision_stance_reason_check"
        CHECK ("stance" <> 'objection' OR "reason" <> ''),
    CONSTRAINT "lab_decision_stance_version_fkey" FOREIGN KEY ("decision_id", "version")
        REFERENCES "lab_decision_version"("decision_id", "number") ON DELETE CASCADE,
    CONSTRAINT "lab_decision_stance_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- A vote in a small group is named, and says so: one ballot a person, changed until the count.
CREATE TABLE "lab_decision_ballot" (
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ballot" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_decision_ballot_pkey" PRIMARY KEY ("decision_id", "person_id"),
    CONSTRAINT "lab_decision_ballot_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "lab_decision"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_decision_ballot_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

CREATE TABLE "lab_thread" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lab_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "begun_by" UUID,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_thread_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_thread_lab_id_fkey" FOREIGN KEY ("lab_id")
        REFERENCES "lab"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_thread_begun_by_fkey" FOREIGN KEY ("begun_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_thread_lab_id_idx" ON "lab_thread"("lab_id", "last_at" DESC, "id" DESC);

-- A message that its author took back keeps its place and loses its words.
CREATE TABLE "lab_post" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "thread_id" UUID NOT NULL,
    "person_id" UUID,
    "text" TEXT NOT NULL,
    "mentioned" UUID[] NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_post_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_post_deleted_check"
        CHECK ("deleted_at" IS NULL OR ("text" = '' AND "mentioned" = '{}')),
    CONSTRAINT "lab_post_thread_id_fkey" FOREIGN KEY ("thread_id")
        REFERENCES "lab_thread"("id") ON DELETE CASCADE,
    CONSTRAINT "lab_post_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "lab_post_thread_id_idx" ON "lab_post"("thread_id", "at", "id");
