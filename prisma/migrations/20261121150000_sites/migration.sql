-- Where an assembly takes place: several cities on one day, the stops of a tour before it, and
-- online. All of them are one object, so that questions, presence and programme count alike.

CREATE TABLE "site" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL DEFAULT '',
    "office_id" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER,
    "languages" TEXT[] NOT NULL DEFAULT '{fr,nl}',
    "access" JSONB NOT NULL DEFAULT '{}',
    "stream" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "site_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "site_slug_key" UNIQUE ("assembly_id", "slug"),
    CONSTRAINT "site_kind_check" CHECK ("kind" IN ('main', 'satellite', 'stop', 'online')),
    CONSTRAINT "site_times_check" CHECK ("starts_at" < "ends_at"),
    CONSTRAINT "site_capacity_check" CHECK ("capacity" > 0),
    CONSTRAINT "site_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "site_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id")
);

-- Where somebody is present; NULL stands for online, where nobody named a site.
ALTER TABLE "attendance" ADD COLUMN "site_id" UUID REFERENCES "site"("id");
CREATE INDEX "attendance_site_id_idx" ON "attendance"("site_id") WHERE "site_id" IS NOT NULL;

-- Where a question was gathered: a stop of the tour, a room of the day, or online.
ALTER TABLE "question" ADD COLUMN "site_id" UUID REFERENCES "site"("id");
CREATE INDEX "question_site_id_idx" ON "question"("site_id") WHERE "site_id" IS NOT NULL;
