-- Proxies. Somebody gives another member the mandate to vote in their place at one assembly; it
-- holds once accepted, and while its giver is away and its holder there.

CREATE TABLE "mandate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "giver_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mandate_state_check" CHECK ("state" IN ('given', 'accepted', 'declined', 'revoked')),
    CONSTRAINT "mandate_two_persons_check" CHECK ("giver_id" <> "holder_id"),
    CONSTRAINT "mandate_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "mandate_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "person"("id"),
    CONSTRAINT "mandate_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "person"("id")
);
-- One person, one vote: nobody is represented twice at one assembly.
CREATE UNIQUE INDEX "mandate_giver_key" ON "mandate"("assembly_id", "giver_id")
    WHERE "state" IN ('given', 'accepted');
CREATE INDEX "mandate_holder_idx" ON "mandate"("assembly_id", "holder_id");

-- Which votes were cast, or which secret ballots taken, by mandate: for the one-tenth cap and the
-- reconciliation sheet. It says who acted for whom, as the mark on the roll does; never a choice.
CREATE TABLE "mandate_vote" (
    "decision_id" UUID NOT NULL,
    "giver_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,

    CONSTRAINT "mandate_vote_pkey" PRIMARY KEY ("decision_id", "giver_id"),
    CONSTRAINT "mandate_vote_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "decision"("id") ON DELETE CASCADE,
    CONSTRAINT "mandate_vote_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "person"("id"),
    CONSTRAINT "mandate_vote_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "person"("id")
);
