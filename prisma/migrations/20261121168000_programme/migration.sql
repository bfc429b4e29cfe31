-- The programme: what happens where and when, on the day and at the stops of the tour before it; who
-- comes to what; what was noted; what each city said.

-- A place that was announced and will not open: its page says so.
ALTER TABLE "site" ADD COLUMN "cancelled_at" TIMESTAMPTZ(3);

CREATE TABLE "programme_session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    -- By function, never by name: {fr: "une conseillère sociale et deux sociétaires"}.
    "facilitators" JSONB NOT NULL DEFAULT '{}',
    "languages" TEXT[] NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',
    -- Whether one registers, and for how many places; NULL where nobody counts them.
    "registers" BOOLEAN NOT NULL DEFAULT true,
    "capacity" INTEGER,
    "access" JSONB NOT NULL DEFAULT '{}',
    "stream" JSONB NOT NULL DEFAULT '{}',
    "rapporteur_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    -- Raised by every change; calendars know a newer event by it, editors a change made meanwhile.
    "revision" INTEGER NOT NULL DEFAULT 0,
    -- Raised by what people must be told: another time or place, or that it will not be.
    "news" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "programme_session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programme_session_kind_check"
        CHECK ("kind" IN ('plenary', 'workshop', 'informal', 'formal', 'results')),
    CONSTRAINT "programme_session_times_check" CHECK ("starts_at" < "ends_at"),
    CONSTRAINT "programme_session_capacity_check" CHECK ("capacity" > 0),
    CONSTRAINT "programme_session_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "programme_session_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id"),
    CONSTRAINT "programme_session_rapporteur_id_fkey" FOREIGN KEY ("rapporteur_id")
        REFERENCES "person"("id")
);
CREATE INDEX "programme_session_assembly_id_idx"
    ON "programme_session"("assembly_id", "starts_at");
CREATE INDEX "programme_session_starts_at_idx" ON "programme_session"("starts_at");

CREATE TABLE "programme_session_item" (
    "session_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "programme_session_item_pkey" PRIMARY KEY ("session_id", "item_id"),
    CONSTRAINT "programme_session_item_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "programme_session"("id") ON DELETE CASCADE,
    CONSTRAINT "programme_session_item_item_id_fkey" FOREIGN KEY ("item_id")
        REFERENCES "agenda_item"("id") ON DELETE CASCADE
);

-- Who comes, and who waits for a place. Withdrawing deletes the row: nobody needs to know it.
CREATE TABLE "programme_registration" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    -- Who came first has the place; two of one millisecond too.
    "turn" BIGINT GENERATED ALWAYS AS IDENTITY,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    -- The news of the session that this person knows.
    "told" INTEGER NOT NULL,

    CONSTRAINT "programme_registration_pkey" PRIMARY KEY ("session_id", "person_id"),
    CONSTRAINT "programme_registration_state_check" CHECK ("state" IN ('registered', 'waiting')),
    CONSTRAINT "programme_registration_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "programme_session"("id") ON DELETE CASCADE,
    CONSTRAINT "programme_registration_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "programme_registration_person_id_idx" ON "programme_registration"("person_id");
CREATE INDEX "programme_registration_waiting_idx"
    ON "programme_registration"("session_id", "turn") WHERE "state" = 'waiting';

-- Who was reminded of which day: one mail a person, whatever they go to.
CREATE TABLE "programme_reminder" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_reminder_pkey" PRIMARY KEY ("person_id", "day"),
    CONSTRAINT "programme_reminder_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- A secret address at which a calendar reads one's programme. The secret is worked out from the
-- installation's key and the serial; NULL once revoked.
CREATE TABLE "programme_feed" (
    "person_id" UUID NOT NULL,
    "serial" INTEGER NOT NULL DEFAULT 0,
    "token_hash" TEXT,

    CONSTRAINT "programme_feed_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "programme_feed_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "programme_feed_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);

-- What a rapporteur noted of a session: shown once published.
CREATE TABLE "programme_note" (
    "session_id" UUID NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_note_pkey" PRIMARY KEY ("session_id"),
    CONSTRAINT "programme_note_session_id_fkey" FOREIGN KEY ("session_id")
        REFERENCES "programme_session"("id") ON DELETE CASCADE,
    CONSTRAINT "programme_note_written_by_fkey" FOREIGN KEY ("written_by")
        REFERENCES "person"("id")
);

-- "What we heard" at one stop, due some days after it.
CREATE TABLE "stop_synthesis" (
    "site_id" UUID NOT NULL,
    "due_days" INTEGER NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "written_by" UUID,
    "written_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "stop_synthesis_pkey" PRIMARY KEY ("site_id"),
    CONSTRAINT "stop_synthesis_due_days_check" CHECK ("due_days" BETWEEN 0 AND 60),
    CONSTRAINT "stop_synthesis_site_id_fkey" FOREIGN KEY ("site_id")
        REFERENCES "site"("id") ON DELETE CASCADE,
    CONSTRAINT "stop_synthesis_written_by_fkey" FOREIGN KEY ("written_by")
        REFERENCES "person"("id")
);

-- Key figures of the regions of a tour. Taken once: two dates of one table could be subtracted from
-- each other. Holds what may be published and nothing else (rules 5.3).
CREATE TABLE "regional_figures" (
    "assembly_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "tables" JSONB NOT NULL,

    CONSTRAINT "regional_figures_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "regional_figures_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE
);
