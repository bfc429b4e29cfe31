-- Secret ballots (docs/ballots.md). The roll's mark and the ballot share no key, no transaction and
-- no time: only a blind-signed credential joins them, and only its holder knows whose it is.

ALTER TABLE "decision"
    ADD COLUMN "seal" TEXT NOT NULL DEFAULT 'none',
    ADD CONSTRAINT "decision_seal_check" CHECK (
        "ballot_kind" IN ('named', 'secret')
        AND "seal" IN ('none', 'server', 'scrutineers')
        AND ("ballot_kind" = 'secret') = ("seal" <> 'none')
    );

-- The keys of one secret decision, and its board once it is closed.
CREATE TABLE "urn" (
    "decision_id" UUID NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'keyed',
    "ballot_bytes" INTEGER NOT NULL,
    "credential_key" BYTEA NOT NULL,
    "credential_secret" BYTEA,
    "urn_key" BYTEA,
    "urn_secret" BYTEA,
    "threshold" INTEGER NOT NULL DEFAULT 0,
    "last_batch" INTEGER NOT NULL DEFAULT 0,
    -- What the board rests on (app/domain/decisions/secret/board.ts), as it was when it was made:
    -- names and texts that change later do not change its head.
    "definition" JSONB,
    "board_head" BYTEA,
    "board_size" INTEGER,
    "ledger" JSONB,
    "opening_asked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "urn_pkey" PRIMARY KEY ("decision_id"),
    CONSTRAINT "urn_stage_check" CHECK ("stage" IN ('keyed', 'ready', 'sealed', 'opened')),
    CONSTRAINT "urn_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE
);

-- The mark on the roll: one per elector and decision over all channels. `batch` is null while a
-- latecomer waits for others, 0 before the first opening.
CREATE TABLE "credential_issue" (
    "decision_id" UUID NOT NULL,
    "elector_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "request_hash" BYTEA,
    "batch" INTEGER,
    "helper_id" UUID,

    CONSTRAINT "credential_issue_pkey" PRIMARY KEY ("decision_id", "elector_id"),
    CONSTRAINT "credential_issue_channel_check" CHECK ("channel" IN ('online', 'assisted', 'paper', 'no_script')),
    CONSTRAINT "credential_issue_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "credential_issue_elector_id_fkey" FOREIGN KEY ("elector_id") REFERENCES "person"("id"),
    CONSTRAINT "credential_issue_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "person"("id")
);
CREATE INDEX "credential_issue_waiting_idx" ON "credential_issue"("decision_id") WHERE "batch" IS NULL;

-- A ballot nobody can read before the opening and nobody can attribute after it. No time, no
-- address, no person. The credential is a key whose owner signs the ballot.
CREATE TABLE "secret_ballot" (
    "decision_id" UUID NOT NULL,
    "credential" BYTEA NOT NULL,
    "issue_signature" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "secret_ballot_pkey" PRIMARY KEY ("decision_id", "credential"),
    CONSTRAINT "secret_ballot_revision_check" CHECK ("revision" >= 1)
);

-- Scrutineers who take part in the ceremony of one assembly, with the keys their browsers made.
CREATE TABLE "urn_keeper" (
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "box_key" BYTEA NOT NULL,
    "signing_key" BYTEA NOT NULL,

    CONSTRAINT "urn_keeper_pkey" PRIMARY KEY ("assembly_id", "person_id"),
    CONSTRAINT "urn_keeper_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "urn_keeper_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);

-- A share of an urn's secret, on its way from the dealer's browser to its keeper's: sealed for the
-- keeper, and gone once the keeper has confirmed it. The fingerprint stays.
CREATE TABLE "urn_share" (
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA,
    "fingerprint" BYTEA NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "urn_share_pkey" PRIMARY KEY ("decision_id", "person_id"),
    CONSTRAINT "urn_share_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "urn_share_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);

-- The process that opens an urn holds a key in memory alone; shares are handed to it under that key,
-- so that no urn's secret is ever written down. A process that dies is replaced by one with a new key.
CREATE TABLE "urn_opening" (
    "decision_id" UUID NOT NULL,
    "opener" UUID NOT NULL,
    "opener_key" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "urn_opening_pkey" PRIMARY KEY ("decision_id"),
    CONSTRAINT "urn_opening_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE
);

CREATE TABLE "urn_share_given" (
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opener" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "urn_share_given_pkey" PRIMARY KEY ("decision_id", "person_id"),
    CONSTRAINT "urn_share_given_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn_opening"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "urn_share_given_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);

-- Opened ballots by what they say, without their place on the board.
CREATE TABLE "opened_ballot" (
    "decision_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "ballots" INTEGER NOT NULL,

    CONSTRAINT "opened_ballot_pkey" PRIMARY KEY ("decision_id", "content"),
    CONSTRAINT "opened_ballot_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE
);

-- A scrutineer's signature under the board's head, the opened ballots and the report.
CREATE TABLE "attestation" (
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("decision_id", "person_id"),
    CONSTRAINT "attestation_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "attestation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);

-- Paper slips as one of two people read them. Deleted when both agree and the slips are in the urn.
CREATE TABLE "paper_slip" (
    "decision_id" UUID NOT NULL,
    "enterer_id" UUID NOT NULL,
    "slip" INTEGER NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "paper_slip_pkey" PRIMARY KEY ("decision_id", "enterer_id", "slip"),
    CONSTRAINT "paper_slip_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "paper_slip_enterer_id_fkey" FOREIGN KEY ("enterer_id") REFERENCES "person"("id")
);

-- The reconciliation: slips given out, found, missing and why.
CREATE TABLE "paper_sheet" (
    "decision_id" UUID NOT NULL,
    "given" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "missing_reason" TEXT NOT NULL DEFAULT '',
    "first_enterer_id" UUID NOT NULL,
    "second_enterer_id" UUID NOT NULL,

    CONSTRAINT "paper_sheet_pkey" PRIMARY KEY ("decision_id"),
    CONSTRAINT "paper_sheet_persons_check" CHECK ("first_enterer_id" <> "second_enterer_id"),
    CONSTRAINT "paper_sheet_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "urn"("decision_id") ON DELETE CASCADE,
    CONSTRAINT "paper_sheet_first_enterer_id_fkey" FOREIGN KEY ("first_enterer_id") REFERENCES "person"("id"),
    CONSTRAINT "paper_sheet_second_enterer_id_fkey" FOREIGN KEY ("second_enterer_id") REFERENCES "person"("id")
);
