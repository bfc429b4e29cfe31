-- The way in and the doors: short addresses of sites, personal passes of the convocation, acts of
-- stewards that may come late because the network was away.

-- Six letters that nobody confuses, read from a poster and typed on a phone. No secret.
CREATE FUNCTION new_site_code() RETURNS TEXT LANGUAGE sql VOLATILE AS $$
  SELECT substr(translate(md5(gen_random_uuid()::text), '0123456789abcdef', 'ACDEFHJKMNPRTWXY'), 1, 6)
$$;

ALTER TABLE "site" ADD COLUMN "code" TEXT NOT NULL DEFAULT new_site_code();
ALTER TABLE "site" ADD CONSTRAINT "site_code_key" UNIQUE ("code");

-- Whether people who are not signed in may watch, and when the passes were asked to be sent.
ALTER TABLE "assembly" ADD COLUMN "guests_welcome" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "assembly" ADD COLUMN "passes_asked_at" TIMESTAMPTZ(3);

-- One pass a person and assembly. The secret is derived from the installation's key and the serial
-- and is written nowhere; a new serial makes the pass before worthless.
CREATE TABLE "entry_pass" (
    "assembly_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "serial" INTEGER NOT NULL DEFAULT 0,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_pass_pkey" PRIMARY KEY ("assembly_id", "person_id"),
    CONSTRAINT "entry_pass_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "entry_pass_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "entry_pass_person_id_fkey" FOREIGN KEY ("person_id")
        REFERENCES "person"("id") ON DELETE CASCADE
);
CREATE INDEX "entry_pass_unmailed_idx" ON "entry_pass"("assembly_id") WHERE "mailed_at" IS NULL;

-- What a steward did, with the hour of the act and its own id: the same act twice is one. Intervals
-- of presence are worked out again from these when one comes late.
CREATE TABLE "door_act" (
    "id" UUID NOT NULL,
    "assembly_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "steward_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "door_act_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "door_act_kind_check" CHECK ("kind" IN ('arrive', 'leave')),
    CONSTRAINT "door_act_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "door_act_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id"),
    CONSTRAINT "door_act_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id"),
    CONSTRAINT "door_act_steward_id_fkey" FOREIGN KEY ("steward_id") REFERENCES "person"("id")
);
CREATE INDEX "door_act_assembly_id_person_id_idx" ON "door_act"("assembly_id", "person_id");
CREATE INDEX "door_act_assembly_id_received_at_idx" ON "door_act"("assembly_id", "received_at");

-- How somebody came in: by themselves online or in a room, through a steward, or with their pass.
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_channel_check"
    CHECK ("channel" IN ('online', 'room', 'door', 'pass'));

-- A session begun with a pass ends with the day, however often it is used.
ALTER TABLE "auth_session" ADD COLUMN "ends_at" TIMESTAMPTZ(3);
