-- Choosing among the proposals of a workers' assembly.

-- The fewest options a ballot approves, unless it is blank.
ALTER TABLE "decision"
    ADD COLUMN "min_choices" INTEGER,
    ADD CONSTRAINT "decision_min_choices_check"
        CHECK ("min_choices" >= 1 AND "min_choices" <= coalesce("max_choices", "min_choices"));

-- How it will be chosen, declared before the list is frozen; the vote is drawn up from it.
CREATE TABLE "workers_ranking" (
    "workers_assembly_id" UUID NOT NULL,
    -- equal-shares, schulze, score, majority-judgment: app/domain/workers-assembly/ranking-plan.ts.
    "method" TEXT NOT NULL DEFAULT 'equal-shares',
    -- How many proposals a ballot approves, where the method asks for approvals.
    "least" INTEGER NOT NULL DEFAULT 3,
    "most" INTEGER NOT NULL DEFAULT 10,
    -- Who keeps the urn: scrutineers, server.
    "seal" TEXT NOT NULL DEFAULT 'scrutineers',
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),

    CONSTRAINT "workers_ranking_pkey" PRIMARY KEY ("workers_assembly_id"),
    CONSTRAINT "workers_ranking_least_check" CHECK ("least" BETWEEN 1 AND "most"),
    CONSTRAINT "workers_ranking_window_check" CHECK ("opens_at" < "closes_at"),
    CONSTRAINT "workers_ranking_assembly_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_assembly"("id") ON DELETE CASCADE
);

-- The minutes of it: each time the method was changed, with the reason. Everybody reads them.
CREATE TABLE "workers_ranking_change" (
    "workers_assembly_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from_method" TEXT NOT NULL,
    "to_method" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "workers_ranking_change_pkey" PRIMARY KEY ("workers_assembly_id", "number"),
    CONSTRAINT "workers_ranking_change_ranking_fkey" FOREIGN KEY ("workers_assembly_id")
        REFERENCES "workers_ranking"("workers_assembly_id") ON DELETE CASCADE
);
