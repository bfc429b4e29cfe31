-- What is searched: without capitals and accents, as plainText() of the domain writes it for the
-- letters that our four languages have. Written once, or a search would rewrite every text.
ALTER TABLE "ledger_item" ADD COLUMN "plain" TEXT GENERATED ALWAYS AS
    (translate(lower("title" || ' ' || "text"), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')) STORED;
