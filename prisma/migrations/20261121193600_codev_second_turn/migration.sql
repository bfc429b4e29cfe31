-- Late in a cycle a session may hold a second consultation: in which of the two an act was done.

ALTER TABLE "codev_act" ADD COLUMN "turn" SMALLINT NOT NULL DEFAULT 1,
    ADD CONSTRAINT "codev_act_turn_check" CHECK ("turn" IN (1, 2));
