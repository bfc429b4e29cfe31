-- The workers' assembly: from a campaign's answers to a book of demands that the board answers.

-- One meeting of the workers' assembly with all that leads to it. Its coordination is its campaign's.
CREATE TABLE "workers_assembly" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    -- Where it meets and votes: an assembly apart. NULL until the list is frozen.
    "assembly_id" UUID,
    "titles" JSONB NOT NULL,
    -- Where it is on its way: app/domain/workers-assembly/stage.ts.
    "stage" TEXT NOT NULL DEFAULT 'gathering',
    -- How many proposals are debated.
    "seats" INTEGER NOT NULL DEFAULT 8,
    -- Languages in which every text is reviewed before the vote may open.
    "languages" TEXT[] NOT NULL DEFAULT '{fr,nl}',
    "meets_on" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    -- SHA-256 (hex) of the frozen list: app/domain/workers-assembly/frozen-list.ts.
    "list_hash" TEXT,
    "frozen_on" DATE,
    -- The votes of this line; NULL until they are drawn up.
    "ranking_id" UUID,
    "adoption_id" UUID,
    "grading_id" UUID,
    -- The one whose state of play this one opens with.
    "previous_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_on" DATE NOT NULL,

    CONSTRAINT "workers_assembly_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workers_assembly_slug_key" UNIQUE ("slug"),
    CONSTRAINT "workers_assembly_assembly_key" UNIQUE ("assembly_id"),
    CONSTRAINT "workers_assembly_stage_check" CHECK ("stage" IN
        ('gathering', 'frozen', 'ranking', 'ranked', 'debating', 'adopting', 'booked', 'transmitted')),
    CONSTRAINT "workers_assembly_seats_check" CHECK ("seats" BETWEEN 1 AND 50),
    CONSTRAINT "workers_assembly_frozen_check"
        CHECK ("stage" = 'gathering' OR ("list_hash" IS NOT NULL AND "frozen_on" IS NOT NULL)),
    CONSTRAINT "workers_assembly_campaign_fkey" FOREIGN KEY ("campaign_id")
        REFERENCES "campaign"("id"),
    CONSTRAINT "workers_assembly_assembly_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id"),
    CONSTRAINT "workers_assembly_previous_fkey" FOREIGN KEY ("previous_id")
        REFERENCES "workers_assembly"("id")
);
CREATE INDEX "workers_assembly_campaign_idx" ON "workers_assembly"("campaign_id");

-- One sentence and one paragraph that somebody proposes.
CREATE TABLE "proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workers_assembly_id" UUID NOT NULL,
    -- P01, P02 …: given when the list is frozen.
    "number" INTEGER,
    "kind" TEXT NOT NULL,
    -- A theme of the campaign, by its id.
    "theme" TEXT NOT NULL,
    -- An office, by its id; '' where it comes from none.
    "city" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "merged_into" UUID,
    "supports" INTEGER NOT NULL DEFAULT 0,
    -- The order in which it was chosen for debate: 1, 2 …
    "chosen_place" INTEGER,
    -- To the day: an hour would tell who was at the keyboard.
    "proposed_on" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proposal_number_key" UNIQUE ("workers_assembly_id", "number"),
    CONSTRAINT "proposal_kind_check" CHECK ("kind" IN ('action', 'demand')),
    CONSTRAINT "proposal_state_check" CHECK ("state" IN ('open', 'merged', 'withdrawn')),
    CONSTRAINT "proposal_merged_check" CHECK (("state" = 'merged') = ("merged_into" IS NOT NULL)),
    CONSTRAINT "proposal_self_check" CHECK ("merged_into" <> "id"),
    CONSTRAINT "proposal_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id"),
    CONSTRAINT "proposal_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "proposal"("id")
);
CREATE INDEX "proposal_wall_idx" ON "proposal"("workers_assembly_id", "state", "theme");
CREATE INDEX "proposal_merged_into_idx" ON "proposal"("merged_into");

-- Its text in another language; what nobody has reviewed says so.
CREATE TABLE "proposal_text" (
    "proposal_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    -- The revision of the proposal that this renders.
    "of_revision" INTEGER NOT NULL,
    "written_by" UUID,
    "reviewed_by" UUID,

    CONSTRAINT "proposal_text_pkey" PRIMARY KEY ("proposal_id", "language"),
    CONSTRAINT "proposal_text_two_check" CHECK ("reviewed_by" IS DISTINCT FROM "written_by"
        OR "reviewed_by" IS NULL),
    CONSTRAINT "proposal_text_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id") ON DELETE CASCADE
);

-- Who is behind it. No time: no order of arrival can be read from it. Never named on any page.
CREATE TABLE "proposal_person" (
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "proposal_person_pkey" PRIMARY KEY ("proposal_id", "person_id"),
    CONSTRAINT "proposal_person_part_check" CHECK ("part" IN ('author', 'supporter')),
    CONSTRAINT "proposal_person_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id") ON DELETE CASCADE,
    CONSTRAINT "proposal_person_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "proposal_person_person_idx" ON "proposal_person"("person_id");

-- What it came from: a demand sorted out of survey answers, a lab, a workshop in a city.
CREATE TABLE "proposal_source" (
    "proposal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    -- Id of the survey's demand or of the lab; for a workshop its name.
    "source" TEXT NOT NULL,
    -- "Gent, 12 March 2024": where and when, as it is told to readers.
    "label" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposal_source_pkey" PRIMARY KEY ("proposal_id", "kind", "source"),
    CONSTRAINT "proposal_source_kind_check"
        CHECK ("kind" IN ('survey-demand', 'workshop', 'lab', 'conference')),
    CONSTRAINT "proposal_source_proposal_fkey" FOREIGN KEY ("proposal_id")
        REFERENCES "proposal"("id") ON DELETE CASCADE
);

-- An assembly of workers is apart: a right over the whole platform gives none in it, and its id says
-- so to whoever asks for a right (app/domain/kernel/apart.ts).
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_apart_check"
    CHECK (("kind" = 'workers') = (substr("id"::text, 15, 4) = '8a55'));
