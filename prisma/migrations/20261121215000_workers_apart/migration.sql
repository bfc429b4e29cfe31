-- What an assembly of workers never has, whatever the code that asks for it. Its id has '8a55' as
-- its third group (assembly_apart_check), so rows that name it can be held to it.

-- Its office-holders are workers: no role of the employer's side can be given in it.
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_apart_check"
    CHECK ("body" NOT LIKE 'assembly:________-____-8a55-%'
        OR "role" IN ('chair', 'secretary', 'moderator', 'facilitator', 'scrutineer', 'desk'));

-- Nobody is shown with what they asked: moderators, who are workers, alone know it.
ALTER TABLE "question" ADD CONSTRAINT "question_apart_check"
    CHECK ("name_hidden" OR substr("assembly_id"::text, 15, 4) <> '8a55');

-- Nobody speaks for another there, and the convocation that law asks for is none of its matters.
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_apart_check"
    CHECK (substr("assembly_id"::text, 15, 4) <> '8a55');
ALTER TABLE "convocation" ADD CONSTRAINT "convocation_apart_check"
    CHECK (substr("assembly_id"::text, 15, 4) <> '8a55');

-- Asked of every request: there are a few among all the assemblies.
CREATE INDEX "assembly_apart_idx" ON "assembly"("id") WHERE "kind" = 'workers';

-- How many are on the roll that was closed before the list was published; NULL until then.
ALTER TABLE "workers_assembly" ADD COLUMN "roll_size" INTEGER;
