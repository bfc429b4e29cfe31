-- The day of a workers' assembly: each proposal that was chosen has a debate, and leaves it as a text.
-- Nothing here has an hour of what a person said, and no id in which one could be read: words,
-- amendments and objections are numbered. Who is behind one is kept until the votes are drawn up, so
-- that it can be taken back or agreed to, and forgotten then.

CREATE TABLE "debate" (
    "id" UUID NOT NULL,
    "workers_assembly_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    -- In its room, and then before everybody.
    "minutes" INTEGER NOT NULL DEFAULT 40,
    "plenary_minutes" INTEGER NOT NULL DEFAULT 10,
    -- A worker of the assembly; named on pages only where they wish it.
    "facilitator_id" UUID,
    "facilitator_named" BOOLEAN NOT NULL DEFAULT false,
    -- app/domain/workers-assembly/debate.ts.
    "step" TEXT NOT NULL DEFAULT 'waiting',
    "step_since" TIMESTAMPTZ(3),
    "step_minutes" INTEGER NOT NULL DEFAULT 0,
    -- Raised by whatever happens in it: pages that show less read again.
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "debate_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "debate_proposal_key" UNIQUE ("proposal_id"),
    CONSTRAINT "debate_step_check" CHECK ("step" IN
        ('waiting', 'clarify', 'react', 'amend', 'objections', 'done')),
    CONSTRAINT "debate_minutes_check" CHECK ("minutes" BETWEEN 10 AND 180
        AND "plenary_minutes" BETWEEN 0 AND 60),
    CONSTRAINT "debate_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id"),
    CONSTRAINT "debate_proposal_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id"),
    CONSTRAINT "debate_facilitator_fkey" FOREIGN KEY ("facilitator_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "debate_assembly_idx" ON "debate"("workers_assembly_id");

-- Its text, every version of it: the first is that of the frozen list. Nobody is its author.
CREATE TABLE "debate_version" (
    "debate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "debate_version_pkey" PRIMARY KEY ("debate_id", "version"),
    CONSTRAINT "debate_version_debate_fkey" FOREIGN KEY ("debate_id")
        REFERENCES "debate"("id") ON DELETE CASCADE
);

-- The same in another language; behind where it renders an earlier version or nobody reviewed it.
CREATE TABLE "debate_text" (
    "debate_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "of_version" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "written_by" UUID,
    "reviewed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "debate_text_pkey" PRIMARY KEY ("debate_id", "language"),
    CONSTRAINT "debate_text_debate_fkey" FOREIGN KEY ("debate_id")
        REFERENCES "debate"("id") ON DELETE CASCADE
);

-- What is asked to understand it, and what people make of it.
CREATE TABLE "debate_word" (
    "debate_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,

    CONSTRAINT "debate_word_pkey" PRIMARY KEY ("debate_id", "number"),
    CONSTRAINT "debate_word_kind_check" CHECK ("kind" IN ('question', 'reaction')),
    CONSTRAINT "debate_word_debate_fkey" FOREIGN KEY ("debate_id")
        REFERENCES "debate"("id") ON DELETE CASCADE,
    CONSTRAINT "debate_word_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);

-- A whole text that would take the place of a version.
CREATE TABLE "debate_amendment" (
    "debate_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "of_version" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "paragraph" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    -- Why it was taken up as it is, changed or declined.
    "answer" TEXT NOT NULL DEFAULT '',
    -- The version that came of it.
    "in_version" INTEGER,
    "person_id" UUID,

    CONSTRAINT "debate_amendment_pkey" PRIMARY KEY ("debate_id", "number"),
    CONSTRAINT "debate_amendment_state_check" CHECK ("state" IN
        ('open', 'taken', 'changed', 'declined', 'withdrawn')),
    CONSTRAINT "debate_amendment_version_fkey" FOREIGN KEY ("debate_id", "of_version")
        REFERENCES "debate_version"("debate_id", "version") ON DELETE CASCADE,
    CONSTRAINT "debate_amendment_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);

-- An objection on one of the two grounds that count (rules 3.2.4). What became of it is said by who
-- raised it: a change solves it, a note is published, only where they agree.
CREATE TABLE "debate_objection" (
    "debate_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "of_version" INTEGER NOT NULL,
    "ground" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    -- The words that would be published as a note of dissent.
    "note" TEXT NOT NULL DEFAULT '',
    "in_version" INTEGER,
    "person_id" UUID,

    CONSTRAINT "debate_objection_pkey" PRIMARY KEY ("debate_id", "number"),
    CONSTRAINT "debate_objection_ground_check" CHECK ("ground" IN ('harms-aim', 'beyond-limits')),
    CONSTRAINT "debate_objection_state_check" CHECK ("state" IN
        ('open', 'change-offered', 'note-offered', 'solved', 'dissent', 'withdrawn')),
    CONSTRAINT "debate_objection_version_fkey" FOREIGN KEY ("debate_id", "of_version")
        REFERENCES "debate_version"("debate_id", "version") ON DELETE CASCADE,
    CONSTRAINT "debate_objection_person_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE SET NULL
);
