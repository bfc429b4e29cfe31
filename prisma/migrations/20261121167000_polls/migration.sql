-- Polls that are not votes, and reactions of the room.

CREATE TABLE "poll" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "item_id" UUID,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "options" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'draft',
    -- Whether its numbers show while it is open.
    "live_results" BOOLEAN NOT NULL DEFAULT false,
    -- Whether its numbers show once it is closed.
    "shown" BOOLEAN NOT NULL DEFAULT false,
    -- Answers are kept under a code that this key makes of a person; it goes when the poll closes,
    -- and with it whatever could tell whose an answer is.
    "key" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "poll_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "poll_kind_check" CHECK ("kind" IN ('hands', 'single', 'multiple', 'rating', 'words')),
    CONSTRAINT "poll_state_check" CHECK ("state" IN ('draft', 'open', 'closed')),
    CONSTRAINT "poll_key_check" CHECK (("key" IS NOT NULL) = ("state" = 'open')),
    CONSTRAINT "poll_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "poll_item_id_fkey" FOREIGN KEY ("item_id")
        REFERENCES "agenda_item"("id") ON DELETE SET NULL
);
CREATE INDEX "poll_assembly_id_idx" ON "poll"("assembly_id");

CREATE TABLE "poll_answer" (
    "poll_id" UUID NOT NULL,
    "voter" TEXT NOT NULL,
    "said" TEXT[] NOT NULL,

    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("poll_id", "voter"),
    CONSTRAINT "poll_answer_poll_id_fkey" FOREIGN KEY ("poll_id")
        REFERENCES "poll"("id") ON DELETE CASCADE
);

-- What a moderator made of a word of a cloud; words without a row wait.
CREATE TABLE "poll_word" (
    "poll_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL,

    CONSTRAINT "poll_word_pkey" PRIMARY KEY ("poll_id", "word"),
    CONSTRAINT "poll_word_poll_id_fkey" FOREIGN KEY ("poll_id")
        REFERENCES "poll"("id") ON DELETE CASCADE
);

-- How often a sign was given in a session: sums, and of nobody.
CREATE TABLE "reaction_total" (
    "assembly_id" UUID NOT NULL,
    "sign" TEXT NOT NULL,
    "given" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reaction_total_pkey" PRIMARY KEY ("assembly_id", "sign"),
    CONSTRAINT "reaction_total_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE
);

ALTER TABLE "assembly" ADD COLUMN "reactions_open" BOOLEAN NOT NULL DEFAULT false;
