-- Who voted in the meeting was in it, whether or not they had pressed "enter": they are on the
-- attendance list from the opening of that vote to its close.
ALTER TABLE "attendance" DROP CONSTRAINT "attendance_channel_check";
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_channel_check"
    CHECK ("channel" IN ('online', 'room', 'door', 'pass', 'vote'));
