-- What the roll of a workers' assembly is told, once each: that the list is frozen, that the vote on
-- it opens, stays open longer, closes soon. Told in batches along the roll; a job that dies goes on
-- where it was.
CREATE TABLE "workers_telling" (
    -- Of its notices too, and of the request on the calendar where it asks for something.
    "key" TEXT NOT NULL,
    "workers_assembly_id" UUID NOT NULL,
    "begun_on" DATE NOT NULL,
    -- The last person of the roll who was come to.
    "after" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    "told" INTEGER NOT NULL DEFAULT 0,
    "done" BOOLEAN NOT NULL DEFAULT false,
    -- It is over, and nobody is told any more.
    "settled_on" DATE,

    CONSTRAINT "workers_telling_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "workers_telling_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id") ON DELETE CASCADE
);
CREATE INDEX "workers_telling_assembly_idx" ON "workers_telling"("workers_assembly_id");

-- What came of a lab or a session of a programme.
CREATE INDEX "proposal_source_source_idx" ON "proposal_source"("source", "kind");
