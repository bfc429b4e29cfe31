-- Whoever is not signed in never watches an assembly of workers.
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_apart_guests_check"
    CHECK (NOT "guests_welcome" OR "kind" <> 'workers');
