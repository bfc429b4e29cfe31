-- What was found where the board of a closed urn is no longer the one whose head was shown: then the
-- urn is not opened, and nothing tries again until the chair has it looked at once more.
ALTER TABLE "urn" ADD COLUMN "altered" JSONB;
