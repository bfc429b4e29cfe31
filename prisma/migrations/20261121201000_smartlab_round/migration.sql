-- What a lab made goes on somewhere and is answered; where its idea came from is held in the ledger.

ALTER TABLE "lab"
    -- The entry of the ledger that it takes up; no key, the ledger keeps its own.
    ADD COLUMN "from_item" UUID,
    -- What it handed to the board, to advocacy or to the assembly, as the ledger holds it.
    ADD COLUMN "ledger_item" UUID,
    -- Where another lab was asked to go on: what its people said.
    ADD COLUMN "hand_off_state" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "hand_off_reason" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "hand_off_answered_at" TIMESTAMPTZ(3);

UPDATE "lab" SET "hand_off_state" = 'asked' WHERE "hand_off_lab" IS NOT NULL;

ALTER TABLE "lab"
    ADD CONSTRAINT "lab_hand_off_state_check"
        CHECK ("hand_off_state" IN ('', 'asked', 'accepted', 'declined'));

-- What other labs ask of one, and the labs that take up one entry.
CREATE INDEX "lab_hand_off_lab_idx" ON "lab"("hand_off_lab") WHERE "hand_off_lab" IS NOT NULL;
CREATE INDEX "lab_from_item_idx" ON "lab"("from_item") WHERE "from_item" IS NOT NULL;

-- The answers whose day comes near or is over, read every hour.
CREATE INDEX "lab_hub_entry_valid_until_idx" ON "lab_hub_entry"("valid_until")
    WHERE "valid_until" IS NOT NULL AND "replaced_by" IS NULL;
