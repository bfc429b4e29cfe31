-- Rehearsals that organisers ask for: how far each is, and what it found. The invented members and
-- what they do live in a database of their own, which is dropped afterwards.
CREATE TABLE "rehearsal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "members" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    -- Hundredths.
    "progress" INTEGER NOT NULL DEFAULT 0,
    -- The database that it plays on, to be dropped by whoever finds it left behind.
    "place" TEXT NOT NULL DEFAULT '',
    -- Its process said so last: one that is silent has died.
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    -- RehearsalReport of app/domain/live-session/rehearsal.ts.
    "report" JSONB,

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rehearsal_state_check" CHECK ("state" IN ('waiting', 'running', 'done', 'failed')),
    CONSTRAINT "rehearsal_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "rehearsal_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "person"("id")
);

-- One at a time in the whole installation: it takes what the machine has.
CREATE UNIQUE INDEX "rehearsal_one_at_a_time" ON "rehearsal" ((true))
    WHERE "state" IN ('waiting', 'running');
CREATE INDEX "rehearsal_assembly_id_asked_at_idx" ON "rehearsal" ("assembly_id", "asked_at");
