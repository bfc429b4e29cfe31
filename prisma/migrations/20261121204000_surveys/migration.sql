-- Campaigns of the workers' assembly, and their surveys. Who answered and what was answered share no
-- key, no time and, once a batch is poured, no transaction either (docs/surveys.md).

CREATE TABLE "campaign" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "purpose" JSONB NOT NULL,
    -- Whoever pays and answers for it, and where to write.
    "sponsor" JSONB NOT NULL,
    "contact" TEXT NOT NULL,
    -- [{id, titles}]: what it is about, before anything else.
    "themes" JSONB NOT NULL,
    -- Decided and published before anybody is asked; fixed from then on.
    "electorate" TEXT NOT NULL,
    -- Offices whose people are asked; none for everybody.
    "offices" TEXT[] NOT NULL DEFAULT '{}',
    -- [{on, titles}]
    "calendar" JSONB NOT NULL DEFAULT '[]',
    "published_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "campaign_electorate_check" CHECK ("electorate" IN ('members', 'workers')),
    CONSTRAINT "campaign_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id")
);
CREATE UNIQUE INDEX "campaign_slug_key" ON "campaign"("slug");

-- Workers who coordinate it, and people of the management who may look on: never both.
CREATE TABLE "campaign_person" (
    "campaign_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "since" DATE NOT NULL,

    CONSTRAINT "campaign_person_pkey" PRIMARY KEY ("campaign_id", "person_id"),
    CONSTRAINT "campaign_person_part_check" CHECK ("part" IN ('coordinator', 'observer')),
    CONSTRAINT "campaign_person_campaign_id_fkey" FOREIGN KEY ("campaign_id")
        REFERENCES "campaign"("id") ON DELETE CASCADE,
    CONSTRAINT "campaign_person_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "campaign_person_person_id_idx" ON "campaign_person"("person_id");

CREATE TABLE "survey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "campaign_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'draft',
    "source_language" TEXT NOT NULL,
    -- What is asked, with its words: app/domain/surveys/questionnaire.ts. Versions keep what was.
    "questionnaire" JSONB NOT NULL,
    -- Of health, income, benefits, discrimination or unions: groups below ten are not shown.
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "closes_at" TIMESTAMPTZ(3),
    "launched_on" DATE,
    "closed_on" DATE,
    -- Who was asked, as of the launch: {size, of, drawn, margins}, app/domain/surveys/frame.ts.
    "frame" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,
    -- What was done with it, once it was.
    "became" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_phase_check" CHECK ("phase" IN ('draft', 'open', 'closed', 'published')),
    CONSTRAINT "survey_launched_check"
        CHECK ("phase" = 'draft' OR ("closes_at" IS NOT NULL AND "frame" IS NOT NULL)),
    CONSTRAINT "survey_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id")
);
CREATE UNIQUE INDEX "survey_slug_key" ON "survey"("slug");
CREATE INDEX "survey_campaign_id_idx" ON "survey"("campaign_id");

-- The words of one language: who wrote them last, and who read them against the source since.
CREATE TABLE "survey_translation" (
    "survey_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "written_by" UUID NOT NULL,
    "reviewed_by" UUID,

    CONSTRAINT "survey_translation_pkey" PRIMARY KEY ("survey_id", "language"),
    CONSTRAINT "survey_translation_two_check" CHECK ("reviewed_by" <> "written_by"),
    CONSTRAINT "survey_translation_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);

-- What was asked from a day on, word for word.
CREATE TABLE "survey_version" (
    "survey_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "questionnaire" JSONB NOT NULL,
    "languages" TEXT[] NOT NULL,
    "from_on" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "survey_version_pkey" PRIMARY KEY ("survey_id", "version"),
    CONSTRAINT "survey_version_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);

-- Who may answer, frozen at launch.
CREATE TABLE "survey_population" (
    "survey_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "survey_population_pkey" PRIMARY KEY ("survey_id", "person_id"),
    CONSTRAINT "survey_population_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);
CREATE INDEX "survey_population_person_id_idx" ON "survey_population"("person_id");

-- That somebody answered, and on which day. `poured`: their answer is among the others.
CREATE TABLE "survey_mark" (
    "survey_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answered_on" DATE NOT NULL,
    "poured" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_mark_pkey" PRIMARY KEY ("survey_id", "person_id"),
    CONSTRAINT "survey_mark_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);

-- Answers that wait for others, sealed and all of a few lengths: they are poured ten or more at once.
CREATE TABLE "survey_tray" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_tray_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_tray_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);
CREATE INDEX "survey_tray_survey_id_idx" ON "survey_tray"("survey_id");

-- What somebody ticked: no person, no time, no language.
CREATE TABLE "survey_answer" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_answer_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);
CREATE INDEX "survey_answer_survey_id_idx" ON "survey_answer"("survey_id");

-- What the coordination made of free answers: one sentence that many of them say.
CREATE TABLE "survey_demand" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "survey_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    -- Free answers that said so and were deleted since: they are kept for a year.
    "past_answers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "survey_demand_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_demand_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);
CREATE INDEX "survey_demand_survey_id_idx" ON "survey_demand"("survey_id");

-- What somebody wrote in their own words, away from all that they ticked.
CREATE TABLE "survey_text" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "demand_id" UUID,
    -- Read, and no demand in it.
    "set_aside" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_text_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_text_sorted_check" CHECK ("demand_id" IS NULL OR NOT "set_aside"),
    CONSTRAINT "survey_text_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE,
    CONSTRAINT "survey_text_demand_id_fkey" FOREIGN KEY ("demand_id")
        REFERENCES "survey_demand"("id") ON DELETE SET NULL
);
CREATE INDEX "survey_text_survey_id_idx" ON "survey_text"("survey_id");
CREATE INDEX "survey_text_demand_id_idx" ON "survey_text"("demand_id");

-- The one count, made at the close with small groups hidden already; nothing else is ever counted.
CREATE TABLE "survey_release" (
    "survey_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "results" JSONB NOT NULL,
    "published_on" DATE,

    CONSTRAINT "survey_release_pkey" PRIMARY KEY ("survey_id"),
    CONSTRAINT "survey_release_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);

-- Invitation and reminders: how many were asked and how many spared, never who had answered.
CREATE TABLE "survey_sending" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sent_on" DATE NOT NULL,
    "asked" INTEGER NOT NULL,
    "spared" INTEGER NOT NULL,

    CONSTRAINT "survey_sending_pkey" PRIMARY KEY ("survey_id", "number"),
    CONSTRAINT "survey_sending_survey_id_fkey" FOREIGN KEY ("survey_id")
        REFERENCES "survey"("id") ON DELETE CASCADE
);
