-- The end of the day: what the screens show as just announced, and the minutes.

-- The result that the chair announced last; it goes when the chair goes on.
CREATE TABLE "result_shown" (
    "assembly_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "result_shown_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "result_shown_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "result_shown_decision_id_fkey" FOREIGN KEY ("decision_id")
        REFERENCES "decision"("id") ON DELETE CASCADE
);

-- Minutes of one assembly. While they are a draft, "texts" holds what the secretary wrote instead
-- of the drafted text, by section; "document" and its SHA-256 are there once they are frozen.
CREATE TABLE "minutes" (
    "assembly_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "document" JSONB,
    "hash" TEXT,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_by" UUID,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "minutes_frozen_check" CHECK (
        ("document" IS NULL) = ("hash" IS NULL) AND ("hash" IS NULL) = ("frozen_at" IS NULL)),
    CONSTRAINT "minutes_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "minutes_frozen_by_fkey" FOREIGN KEY ("frozen_by") REFERENCES "person"("id")
);

-- Frozen minutes are corrected by an addendum, by nobody in any other way.
CREATE FUNCTION "minutes_stay_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'these minutes are frozen';
END $$;
CREATE TRIGGER "minutes_stay_frozen" BEFORE UPDATE ON "minutes"
    FOR EACH ROW WHEN (OLD."hash" IS NOT NULL) EXECUTE FUNCTION "minutes_stay_frozen"();

-- Each addendum's hash covers the one before it; the first one's, the minutes.
CREATE TABLE "minutes_addendum" (
    "assembly_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "minutes_addendum_pkey" PRIMARY KEY ("assembly_id", "position"),
    CONSTRAINT "minutes_addendum_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "minutes"("assembly_id") ON DELETE CASCADE,
    CONSTRAINT "minutes_addendum_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id")
);
CREATE TRIGGER "minutes_addendum_stays" BEFORE UPDATE ON "minutes_addendum"
    FOR EACH ROW EXECUTE FUNCTION "minutes_stay_frozen"();

-- Who signed, in which capacity, and the fingerprint of what they signed.
CREATE TABLE "minutes_signature" (
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("assembly_id", "person_id"),
    CONSTRAINT "minutes_signature_capacity_check" CHECK (
        "capacity" IN ('chair', 'secretary', 'scrutineer', 'member')),
    CONSTRAINT "minutes_signature_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "minutes"("assembly_id") ON DELETE CASCADE,
    CONSTRAINT "minutes_signature_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);
