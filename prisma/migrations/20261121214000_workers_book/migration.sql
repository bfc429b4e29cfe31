-- The book of demands of a workers' assembly, and what came before it to compare with.

-- What its coordination writes around the demands.
CREATE TABLE "demand_book" (
    "workers_assembly_id" UUID NOT NULL,
    -- {fr, nl, de, en}: why there is a book, and how those who took part came to it.
    "foreword" JSONB NOT NULL DEFAULT '{}',
    "recruited" JSONB NOT NULL DEFAULT '{}',
    -- How many were there on the day; NULL until it is said.
    "present" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "demand_book_pkey" PRIMARY KEY ("workers_assembly_id"),
    CONSTRAINT "demand_book_present_check" CHECK ("present" >= 0),
    CONSTRAINT "demand_book_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id")
);

-- What was published, letter for letter. Nobody changes it: what follows is a version of its own.
CREATE TABLE "demand_book_version" (
    "workers_assembly_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    -- JSON of app/domain/workers-assembly/book.ts. As text: its hash is of these very letters.
    "content" TEXT NOT NULL,
    -- SHA-256 (hex) of the content in UTF-8.
    "hash" TEXT NOT NULL,
    -- {fr, nl, de, en}: what changed since the one before, and why.
    "changed" JSONB NOT NULL DEFAULT '{}',
    "published_on" DATE NOT NULL,

    CONSTRAINT "demand_book_version_pkey" PRIMARY KEY ("workers_assembly_id", "version"),
    CONSTRAINT "demand_book_version_changed_check"
        CHECK ("version" = 1 OR "changed" <> '{}'::jsonb),
    CONSTRAINT "demand_book_version_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id")
);
CREATE TRIGGER "demand_book_version_append_only" BEFORE UPDATE OR DELETE ON "demand_book_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who signed it. Counted, as of the evening before: a number that moves at once would say who signed
-- to whoever watches it. Named only while they wish it.
CREATE TABLE "book_signatory" (
    "workers_assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    -- The version that they signed.
    "version" INTEGER NOT NULL,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "signed_on" DATE NOT NULL,
    -- Taken back on this day: not counted from the next one on, and then forgotten.
    "left_on" DATE,

    CONSTRAINT "book_signatory_pkey" PRIMARY KEY ("workers_assembly_id", "person_id"),
    CONSTRAINT "book_signatory_version_fkey" FOREIGN KEY ("workers_assembly_id", "version")
        REFERENCES "demand_book_version"("workers_assembly_id", "version"),
    CONSTRAINT "book_signatory_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "book_signatory_person_idx" ON "book_signatory"("person_id");

-- Everything that a cycle of working groups was, as published: numbers of people and hours.
CREATE TABLE "ledger_cycle" (
    "cycle" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    -- {reached, participants, facilitators, noteTakers, hours, meetings}.
    "figures" JSONB NOT NULL,

    CONSTRAINT "ledger_cycle_pkey" PRIMARY KEY ("cycle", "year")
);

-- Lists of the ledger, the latest first.
CREATE INDEX "ledger_item_theme_idx" ON "ledger_item"("theme", "number" DESC);

-- The survey that asked the same before it, where its coordination says so.
ALTER TABLE "survey" ADD COLUMN "earlier_id" UUID REFERENCES "survey"("id");
ALTER TABLE "survey" ADD CONSTRAINT "survey_earlier_check" CHECK ("earlier_id" <> "id");
