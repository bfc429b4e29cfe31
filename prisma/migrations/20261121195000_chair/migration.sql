-- Two more acts that go into the incident log: a proclaimed result is annulled, a burst of support
-- ends before everybody who follows from elsewhere had their minute.

ALTER TABLE "incident" DROP CONSTRAINT "incident_act_check";
ALTER TABLE "incident" ADD CONSTRAINT "incident_act_check" CHECK ("act" IN ('note',
    'suspend-session', 'resume-session', 'suspend', 'resume', 'extend', 'repeat', 'close-early',
    'annul', 'end-burst'));

-- A proclaimed result may be annulled too, with its reason.
ALTER TABLE "decision" DROP CONSTRAINT "decision_annulled_check";
ALTER TABLE "decision" ADD CONSTRAINT "decision_annulled_check" CHECK ("annulled_at" IS NULL
    OR ("phase" IN ('closed', 'counted', 'published') AND "annul_reason" <> ''));
