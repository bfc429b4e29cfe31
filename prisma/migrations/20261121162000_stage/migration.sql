-- The stage of a live session: what the screens show, the time of each item, what is announced,
-- what went wrong, and what a vote endures because of it.

CREATE TABLE "stage" (
    "assembly_id" UUID NOT NULL,
    "scene" TEXT NOT NULL DEFAULT 'auto',
    "scene_decision_id" UUID,
    "message" JSONB NOT NULL DEFAULT '{}',
    "phones_follow" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "suspended_at" TIMESTAMPTZ(3),
    "delay_marked_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "stage_scene_check" CHECK ("scene" IN
        ('auto', 'agenda', 'question', 'vote', 'result', 'message', 'blank', 'poster')),
    CONSTRAINT "stage_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "stage_scene_decision_id_fkey" FOREIGN KEY ("scene_decision_id")
        REFERENCES "decision"("id") ON DELETE SET NULL
);

-- The time of one item: what it is given, what it has used, and since when it runs.
CREATE TABLE "agenda_timer" (
    "item_id" UUID NOT NULL,
    "allotted_seconds" INTEGER NOT NULL,
    "used_ms" INTEGER NOT NULL DEFAULT 0,
    "running_since" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_timer_pkey" PRIMARY KEY ("item_id"),
    CONSTRAINT "agenda_timer_allotted_check" CHECK ("allotted_seconds" BETWEEN 0 AND 43200),
    CONSTRAINT "agenda_timer_used_check" CHECK ("used_ms" >= 0),
    CONSTRAINT "agenda_timer_item_id_fkey" FOREIGN KEY ("item_id")
        REFERENCES "agenda_item"("id") ON DELETE CASCADE
);

CREATE TABLE "session_notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "texts" JSONB NOT NULL,
    "audiences" TEXT[] NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by" UUID NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by" UUID,

    CONSTRAINT "session_notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "session_notice_audiences_check" CHECK (cardinality("audiences") > 0
        AND "audiences" <@ ARRAY['members', 'room', 'bureau']),
    CONSTRAINT "session_notice_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "session_notice_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "person"("id"),
    CONSTRAINT "session_notice_taken_back_by_fkey" FOREIGN KEY ("taken_back_by")
        REFERENCES "person"("id")
);
CREATE INDEX "session_notice_assembly_id_idx" ON "session_notice"("assembly_id");

-- Technical incidents go into the minutes (rules 1.8): written once, mended by another entry.
CREATE TABLE "incident" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "act" TEXT NOT NULL DEFAULT 'note',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "noted_by" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "site_id" UUID,
    "item_id" UUID,
    "decision_id" UUID,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "incident_kind_check" CHECK ("kind" IN
        ('stream', 'platform', 'network', 'sound', 'room', 'people', 'procedure', 'other')),
    CONSTRAINT "incident_act_check" CHECK ("act" IN ('note', 'suspend-session', 'resume-session',
        'suspend', 'resume', 'extend', 'repeat', 'close-early')),
    CONSTRAINT "incident_what_check" CHECK ("what" <> ''),
    CONSTRAINT "incident_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "incident_noted_by_fkey" FOREIGN KEY ("noted_by") REFERENCES "person"("id"),
    CONSTRAINT "incident_site_id_fkey" FOREIGN KEY ("site_id")
        REFERENCES "site"("id") ON DELETE SET NULL,
    CONSTRAINT "incident_item_id_fkey" FOREIGN KEY ("item_id")
        REFERENCES "agenda_item"("id") ON DELETE SET NULL,
    CONSTRAINT "incident_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "decision"("id") ON DELETE SET NULL
);
CREATE INDEX "incident_assembly_id_idx" ON "incident"("assembly_id", "at");

-- A question of somebody who is not in the room, once it was read aloud.
CREATE TABLE "question_reading" (
    "question_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "read_by" UUID NOT NULL,

    CONSTRAINT "question_reading_pkey" PRIMARY KEY ("question_id"),
    CONSTRAINT "question_reading_question_id_fkey" FOREIGN KEY ("question_id")
        REFERENCES "question"("id") ON DELETE CASCADE,
    CONSTRAINT "question_reading_read_by_fkey" FOREIGN KEY ("read_by") REFERENCES "person"("id")
);

-- A suspended vote keeps what was cast and takes nothing. An annulled one is never counted; the
-- decision that repeats it names it.
ALTER TABLE "decision"
    ADD COLUMN "suspended_at" TIMESTAMPTZ(3),
    ADD COLUMN "hold_until" TIMESTAMPTZ(3),
    ADD COLUMN "annulled_at" TIMESTAMPTZ(3),
    ADD COLUMN "annul_reason" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "repeats_id" UUID REFERENCES "decision"("id"),
    ADD CONSTRAINT "decision_suspended_check" CHECK ("suspended_at" IS NULL OR "phase" = 'open'),
    ADD CONSTRAINT "decision_annulled_check" CHECK ("annulled_at" IS NULL
        OR ("phase" IN ('closed', 'counted') AND "annul_reason" <> ''));
CREATE UNIQUE INDEX "decision_repeats_id_key" ON "decision"("repeats_id");
