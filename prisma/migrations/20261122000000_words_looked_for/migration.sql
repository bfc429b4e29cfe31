-- What is searched, as plainText() of the domain writes it, for the letters that our four languages
-- have. Capitals with accents are named one by one: in the "C" locale lower() knows A to Z alone.
CREATE FUNCTION "plain_text"(TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(translate(lower($1),
    'àáâäçèéêëìíîïñòóôöùúûüÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜŒ',
    'aaaaceeeeiiiinoooouuuuaaaaceeeeiiiinoooouuuuœ'), 'œ', 'oe'), 'ß', 'ss');

ALTER TABLE "proposal" ALTER COLUMN "plain"
    SET EXPRESSION AS ("plain_text"("sentence" || ' ' || "paragraph"));
ALTER TABLE "proposal_text" ALTER COLUMN "plain"
    SET EXPRESSION AS ("plain_text"("sentence" || ' ' || "paragraph"));
ALTER TABLE "ledger_item" ALTER COLUMN "plain"
    SET EXPRESSION AS ("plain_text"("title" || ' ' || "text"));

-- Part of every PostgreSQL; may be created by whoever owns the database. Proposals are read far more
-- often than written: their index is kept in order at once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "proposal_plain_idx" ON "proposal" USING gin ("plain" gin_trgm_ops)
    WITH (fastupdate = off);
CREATE INDEX "proposal_text_plain_idx" ON "proposal_text" USING gin ("plain" gin_trgm_ops)
    WITH (fastupdate = off);
