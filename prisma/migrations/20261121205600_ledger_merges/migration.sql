-- One item that would go on in another: asked of the authors of both, done when all agree.
CREATE TABLE "ledger_merge" (
    "item_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "asked_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_merge_pkey" PRIMARY KEY ("item_id", "into_id"),
    CONSTRAINT "ledger_merge_state_check" CHECK ("state" IN ('open', 'declined', 'done')),
    CONSTRAINT "ledger_merge_self_check" CHECK ("item_id" <> "into_id"),
    CONSTRAINT "ledger_merge_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "ledger_item"("id"),
    CONSTRAINT "ledger_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "ledger_item"("id"),
    CONSTRAINT "ledger_merge_asked_by_fkey" FOREIGN KEY ("asked_by")
        REFERENCES "person"("id") ON DELETE SET NULL
);
CREATE INDEX "ledger_merge_into_id_idx" ON "ledger_merge"("into_id");
-- Only one request at a time.
CREATE UNIQUE INDEX "ledger_merge_open_key" ON "ledger_merge"("item_id") WHERE "state" = 'open';

CREATE TABLE "ledger_consent" (
    "item_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "ledger_consent_pkey" PRIMARY KEY ("item_id", "into_id", "person_id"),
    CONSTRAINT "ledger_consent_merge_fkey" FOREIGN KEY ("item_id", "into_id")
        REFERENCES "ledger_merge"("item_id", "into_id"),
    CONSTRAINT "ledger_consent_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "ledger_item_merged_into_idx" ON "ledger_item"("merged_into")
    WHERE "merged_into" IS NOT NULL;
