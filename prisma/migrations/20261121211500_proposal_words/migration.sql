-- What is searched among proposals: without capitals and accents, as plainText() of the domain writes
-- it for the letters that our four languages have.
ALTER TABLE "proposal" ADD COLUMN "plain" TEXT GENERATED ALWAYS AS
    (translate(lower("sentence" || ' ' || "paragraph"), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')) STORED;
ALTER TABLE "proposal_text" ADD COLUMN "plain" TEXT GENERATED ALWAYS AS
    (translate(lower("sentence" || ' ' || "paragraph"), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')) STORED;
