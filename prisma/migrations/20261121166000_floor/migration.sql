-- Speaking in a session: the floor is open or not, and hands are raised for it.

CREATE TABLE "floor" (
    "assembly_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "seconds_each" INTEGER NOT NULL DEFAULT 120,

    CONSTRAINT "floor_pkey" PRIMARY KEY ("assembly_id"),
    CONSTRAINT "floor_seconds_each_check" CHECK ("seconds_each" BETWEEN 15 AND 900),
    CONSTRAINT "floor_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE
);

-- A hand of somebody who is signed in, or of a voice in a room that a steward notes by name.
CREATE TABLE "hand" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assembly_id" UUID NOT NULL,
    "item_id" UUID,
    "person_id" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'raised',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    -- When the time is up; the chair may give more.
    "until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hand_kind_check" CHECK ("kind" IN ('contribution', 'order')),
    CONSTRAINT "hand_channel_check" CHECK ("channel" IN ('room', 'remote')),
    CONSTRAINT "hand_state_check" CHECK ("state" IN ('raised', 'speaking', 'spoken', 'lowered')),
    CONSTRAINT "hand_owner_check" CHECK (("person_id" IS NULL) <> ("name" = '')),
    CONSTRAINT "hand_spoken_check" CHECK (
        ("state" IN ('speaking', 'spoken')) = ("started_at" IS NOT NULL)),
    CONSTRAINT "hand_assembly_id_fkey" FOREIGN KEY ("assembly_id")
        REFERENCES "assembly"("id") ON DELETE CASCADE,
    CONSTRAINT "hand_item_id_fkey" FOREIGN KEY ("item_id")
        REFERENCES "agenda_item"("id") ON DELETE SET NULL,
    CONSTRAINT "hand_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
);
-- A person has one hand up, and one person has the floor.
CREATE UNIQUE INDEX "hand_up_key" ON "hand"("assembly_id", "person_id")
    WHERE "state" IN ('raised', 'speaking');
CREATE UNIQUE INDEX "hand_speaking_key" ON "hand"("assembly_id") WHERE "state" = 'speaking';
CREATE INDEX "hand_assembly_id_state_idx" ON "hand"("assembly_id", "state");
