-- The decision by which an assembly of workers contested an answer: it carries no second contest.
ALTER TABLE "ledger_item" ADD COLUMN "contested_by" UUID UNIQUE REFERENCES "decision"("id");
