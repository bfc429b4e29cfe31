-- Co-development: who applies, who leads, the cycles with their dates and turns, and what a group
-- writes, which only the key of the group opens.

-- Whoever asks to be in a group. The row is deleted by whoever withdraws.
CREATE TABLE "codev_application" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "language" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "office_id" TEXT,
    "sector" TEXT NOT NULL,
    -- In one's own words, for the mix of trades and to see who might compete.
    "trade" TEXT NOT NULL,
    "slots" TEXT[] NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "cycle_id" UUID,

    CONSTRAINT "codev_application_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_application_person_id_key" UNIQUE ("person_id"),
    CONSTRAINT "codev_application_state_check"
        CHECK ("state" IN ('waiting', 'interviewed', 'invited', 'placed')),
    CONSTRAINT "codev_application_mode_check" CHECK ("mode" IN ('room', 'online')),
    CONSTRAINT "codev_application_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_application_office_id_fkey" FOREIGN KEY ("office_id")
        REFERENCES "office"("id")
);
CREATE INDEX "codev_application_state_idx" ON "codev_application"("state", "asked_at");

-- Two who must not be in one group, whatever the reason was: one declared it, and no page says who.
CREATE TABLE "codev_conflict" (
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "declared_by" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_conflict_pkey" PRIMARY KEY ("low_id", "high_id", "kind", "declared_by"),
    CONSTRAINT "codev_conflict_order_check" CHECK ("low_id" < "high_id"),
    CONSTRAINT "codev_conflict_kind_check"
        CHECK ("kind" IN ('competitor', 'file', 'dispute', 'other')),
    CONSTRAINT "codev_conflict_low_id_fkey" FOREIGN KEY ("low_id")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_conflict_high_id_fkey" FOREIGN KEY ("high_id")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_conflict_declared_by_fkey" FOREIGN KEY ("declared_by")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_conflict_high_id_idx" ON "codev_conflict"("high_id");
CREATE INDEX "codev_conflict_declared_by_idx" ON "codev_conflict"("declared_by");

-- Ten minutes before a cycle. The notes are sealed, and erased once the group is formed.
CREATE TABLE "codev_interview" (
    "application_id" UUID NOT NULL,
    "facilitator_id" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "notes" BYTEA,
    "erase_on" DATE NOT NULL,

    CONSTRAINT "codev_interview_pkey" PRIMARY KEY ("application_id"),
    CONSTRAINT "codev_interview_application_id_fkey" FOREIGN KEY ("application_id")
        REFERENCES "codev_application"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_interview_facilitator_id_fkey" FOREIGN KEY ("facilitator_id")
        REFERENCES "person"("id")
);

-- The pool. `side`: a member, or somebody of the support team; a pair has one of each.
CREATE TABLE "codev_facilitator" (
    "person_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "trained_on" DATE,
    "languages" TEXT[] NOT NULL,
    "modes" TEXT[] NOT NULL,
    "office_id" TEXT,
    "slots" TEXT[] NOT NULL,
    -- Cycles at a time; 0 while one takes a break.
    "capacity" SMALLINT NOT NULL DEFAULT 1,

    CONSTRAINT "codev_facilitator_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "codev_facilitator_side_check" CHECK ("side" IN ('member', 'support')),
    CONSTRAINT "codev_facilitator_stage_check"
        CHECK ("stage" IN ('learning', 'shadowing', 'ready')),
    CONSTRAINT "codev_facilitator_capacity_check" CHECK ("capacity" BETWEEN 0 AND 4),
    CONSTRAINT "codev_facilitator_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_facilitator_office_id_fkey" FOREIGN KEY ("office_id")
        REFERENCES "office"("id")
);

CREATE TABLE "codev_cycle" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'forming',
    "language" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "office_id" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    -- Minutes of each step by its name, where the group wants others than app/domain/codev gives.
    "steps" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    -- The day from which nothing that the group wrote can be read by anybody.
    "purge_on" DATE,
    "purged_at" TIMESTAMPTZ(3),
    -- How many took part: what is left once the names are gone.
    "members" SMALLINT,
    -- The release in which its evaluations were published, together with other groups'.
    "release" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "codev_cycle_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_cycle_state_check"
        CHECK ("state" IN ('forming', 'signing', 'running', 'closed', 'cancelled')),
    CONSTRAINT "codev_cycle_mode_check" CHECK ("mode" IN ('room', 'online')),
    CONSTRAINT "codev_cycle_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id"),
    CONSTRAINT "codev_cycle_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id")
);
CREATE INDEX "codev_cycle_state_idx" ON "codev_cycle"("state");
ALTER TABLE "codev_application" ADD CONSTRAINT "codev_application_cycle_id_fkey"
    FOREIGN KEY ("cycle_id") REFERENCES "codev_cycle"("id") ON DELETE SET NULL;

-- The key of a group, sealed under the installation's. Deleted, what the group wrote is noise.
CREATE TABLE "codev_cycle_key" (
    "cycle_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "codev_cycle_key_pkey" PRIMARY KEY ("cycle_id"),
    CONSTRAINT "codev_cycle_key_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE
);

CREATE TABLE "codev_participant" (
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    -- proposed: a newcomer whom the group has not all agreed to yet.
    "state" TEXT NOT NULL,
    -- The order of the first draw of lots: what decides between two who are equal.
    "lot" SMALLINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "codev_participant_pkey" PRIMARY KEY ("cycle_id", "person_id"),
    CONSTRAINT "codev_participant_state_check"
        CHECK ("state" IN ('invited', 'proposed', 'active', 'left')),
    CONSTRAINT "codev_participant_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_participant_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_participant_person_id_idx" ON "codev_participant"("person_id");

-- The pact, clause by clause, by each for themselves: facilitators too.
CREATE TABLE "codev_pact" (
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "clause" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_pact_pkey" PRIMARY KEY ("cycle_id", "person_id", "clause"),
    CONSTRAINT "codev_pact_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_pact_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_pact_person_id_idx" ON "codev_pact"("person_id");

-- What each of a group says to a newcomer. A "no" is enough, and nobody is told whose it was.
CREATE TABLE "codev_consent" (
    "cycle_id" UUID NOT NULL,
    "newcomer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_consent_pkey" PRIMARY KEY ("cycle_id", "newcomer_id", "person_id"),
    CONSTRAINT "codev_consent_newcomer_fkey" FOREIGN KEY ("cycle_id", "newcomer_id")
        REFERENCES "codev_participant"("cycle_id", "person_id") ON DELETE CASCADE,
    CONSTRAINT "codev_consent_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- The pair that leads a cycle; `cleared_at`: said that they hold the file of nobody in it.
CREATE TABLE "codev_pair" (
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "codev_pair_pkey" PRIMARY KEY ("cycle_id", "side"),
    CONSTRAINT "codev_pair_side_check" CHECK ("side" IN ('member', 'support')),
    CONSTRAINT "codev_pair_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_pair_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "codev_facilitator"("person_id")
);
CREATE INDEX "codev_pair_person_id_idx" ON "codev_pair"("person_id");

CREATE TABLE "codev_session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    -- 1, 2, 3… by date, the spare ones too.
    "position" SMALLINT NOT NULL,
    "spare" BOOLEAN NOT NULL DEFAULT false,
    -- planned → open → closed, or postponed; a spare date that was not needed ends cancelled.
    "state" TEXT NOT NULL DEFAULT 'planned',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_id" UUID,
    "second_id" UUID,
    -- All that organisers learn of it (rules 2.4).
    "present" SMALLINT,
    "mood" SMALLINT,
    "incident" BOOLEAN,
    "reported_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "codev_session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_session_position_key" UNIQUE ("cycle_id", "position")
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "codev_session_state_check"
        CHECK ("state" IN ('planned', 'open', 'closed', 'postponed', 'cancelled')),
    CONSTRAINT "codev_session_times_check" CHECK ("starts_at" < "ends_at"),
    CONSTRAINT "codev_session_mood_check" CHECK ("mood" BETWEEN 1 AND 5),
    CONSTRAINT "codev_session_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_session_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id"),
    CONSTRAINT "codev_session_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "person"("id")
);
CREATE INDEX "codev_session_starts_at_idx" ON "codev_session"("starts_at");

-- Who is, was or should have been the client. `missed`: was not there, and the turn is owed.
CREATE TABLE "codev_turn" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    -- The first or, late in a cycle, the second consultation of a session.
    "place" SMALLINT NOT NULL DEFAULT 1,
    "client_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',

    CONSTRAINT "codev_turn_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_turn_place_check" CHECK ("place" IN (1, 2)),
    CONSTRAINT "codev_turn_state_check" CHECK ("state" IN ('planned', 'served', 'missed')),
    CONSTRAINT "codev_turn_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "codev_session"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_turn_client_fkey" FOREIGN KEY ("cycle_id", "client_id")
        REFERENCES "codev_participant"("cycle_id", "person_id") ON DELETE CASCADE
);
-- One client a consultation.
CREATE UNIQUE INDEX "codev_turn_place_key" ON "codev_turn"("session_id", "place")
    WHERE "state" <> 'missed';
CREATE INDEX "codev_turn_client_idx" ON "codev_turn"("cycle_id", "client_id");

CREATE TABLE "codev_swap" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    "own_turn_id" UUID NOT NULL,
    "other_turn_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_of" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_swap_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_swap_state_check"
        CHECK ("state" IN ('asked', 'agreed', 'declined', 'withdrawn')),
    CONSTRAINT "codev_swap_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_swap_own_turn_id_fkey" FOREIGN KEY ("own_turn_id")
        REFERENCES "codev_turn"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_swap_other_turn_id_fkey" FOREIGN KEY ("other_turn_id")
        REFERENCES "codev_turn"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_swap_asked_by_fkey" FOREIGN KEY ("asked_by")
        REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_swap_asked_of_fkey" FOREIGN KEY ("asked_of")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "codev_swap_asked_key" ON "codev_swap"("own_turn_id") WHERE "state" = 'asked';
CREATE INDEX "codev_swap_cycle_id_idx" ON "codev_swap"("cycle_id");

-- Who said that they cannot come, and who was there. Never why. Gone with the group's key.
CREATE TABLE "codev_attendance" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codev_attendance_pkey" PRIMARY KEY ("session_id", "person_id"),
    CONSTRAINT "codev_attendance_state_check" CHECK ("state" IN ('excused', 'present', 'absent')),
    CONSTRAINT "codev_attendance_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "codev_session"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_attendance_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_attendance_person_id_idx" ON "codev_attendance"("person_id");

-- Everything that a group writes, under its key. No query for organisers names this table.
CREATE TABLE "codev_text" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    -- NULL for what belongs to no session.
    "session_id" UUID,
    -- Whose it is; NULL for what is the group's or the pair's.
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "codev_text_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_text_place_key"
        UNIQUE NULLS NOT DISTINCT ("cycle_id", "session_id", "person_id", "kind"),
    CONSTRAINT "codev_text_kind_check" CHECK ("kind" IN (
        'subject', 'contract', 'plan', 'notepad', 'tags', 'parking', 'pair-notes', 'debrief',
        'comment')),
    CONSTRAINT "codev_text_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle_key"("cycle_id") ON DELETE CASCADE,
    CONSTRAINT "codev_text_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "codev_session"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_text_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_text_person_id_idx" ON "codev_text"("person_id");
CREATE INDEX "codev_text_session_id_idx" ON "codev_text"("session_id");

-- A client's own plan, taken out of the group before its key is destroyed: sealed for them alone.
CREATE TABLE "codev_own_plan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    -- No key: the session may be forgotten before the plan is.
    "session_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "codev_own_plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_own_plan_key" UNIQUE ("person_id", "session_id"),
    CONSTRAINT "codev_own_plan_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- Three months later, with the client alone.
CREATE TABLE "codev_follow_up" (
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    -- What became of the plan, and a note to oneself sealed for this person.
    "outcome" TEXT,
    "note" BYTEA,

    CONSTRAINT "codev_follow_up_pkey" PRIMARY KEY ("person_id", "session_id"),
    CONSTRAINT "codev_follow_up_outcome_check"
        CHECK ("outcome" IN ('done', 'partly', 'otherwise', 'not-yet')),
    CONSTRAINT "codev_follow_up_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_follow_up_due_on_idx" ON "codev_follow_up"("due_on")
    WHERE "asked_at" IS NULL;

-- Who evaluated a session, and apart from it what was answered: without name, order or hour.
CREATE TABLE "codev_evaluated" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "codev_evaluated_pkey" PRIMARY KEY ("session_id", "person_id"),
    CONSTRAINT "codev_evaluated_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "codev_session"("id") ON DELETE CASCADE,
    CONSTRAINT "codev_evaluated_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_evaluated_person_id_idx" ON "codev_evaluated"("person_id");

CREATE TABLE "codev_evaluation" (
    -- By chance (version 4), so that no order tells who was first.
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "useful" SMALLINT NOT NULL,
    "safe" SMALLINT NOT NULL,
    "act" SMALLINT NOT NULL,

    CONSTRAINT "codev_evaluation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "codev_evaluation_answers_check" CHECK (
        "useful" BETWEEN 1 AND 4 AND "safe" BETWEEN 1 AND 4 AND "act" BETWEEN 1 AND 4),
    CONSTRAINT "codev_evaluation_cycle_id_fkey" FOREIGN KEY ("cycle_id")
        REFERENCES "codev_cycle"("id") ON DELETE CASCADE
);
CREATE INDEX "codev_evaluation_cycle_id_idx" ON "codev_evaluation"("cycle_id");
