-- The text of a vote goes out with the convocation and stays; a slip of the pen is corrected in the
-- open (rules §1.3).

ALTER TABLE "decision" ADD COLUMN "convened" BOOLEAN NOT NULL DEFAULT false;
UPDATE "decision" d SET "convened" = true FROM "convocation" c
    WHERE c."assembly_id" = d."assembly_id" AND c."sent_at" IS NOT NULL
      AND d."item_id" IS NOT NULL AND NOT d."rehearsal" AND d."repeats_id" IS NULL;

CREATE TABLE "erratum" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    -- The whole of it, as it was sent or last corrected, and as it is from here on.
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,

    CONSTRAINT "erratum_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "erratum_part_check" CHECK ("part" IN ('title', 'text')),
    CONSTRAINT "erratum_change_check" CHECK ("before" <> "after"),
    CONSTRAINT "erratum_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "erratum_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "decision"("id") ON DELETE CASCADE,
    CONSTRAINT "erratum_by_fkey" FOREIGN KEY ("by") REFERENCES "person"("id")
);
CREATE INDEX "erratum_assembly_id_at_idx" ON "erratum"("assembly_id", "at");
