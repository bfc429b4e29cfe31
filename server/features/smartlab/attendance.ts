import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayAttend } from "#domain/smartlab/meeting.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { type LabAct, type MeetingRow, moveLab, onMeeting } from "./repository.ts";

/** "I am there": once, however often it is said. */
export function attend(
  platform: Platform,
  actor: Actor,
  { meetingId }: SmartlabCommands["smartlab.attend"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "inside" }, async (act) => {
    const may = mayAttend(act.meeting, platform.clock.now().getTime());
    if (!may.ok) return may;
    return markPresent(platform, act, act.actor.personId);
  });
}

/** Says that one will not come this time, or will after all; one's place in the lab stays. */
export function answerMeeting(
  platform: Platform,
  actor: Actor,
  { meetingId, coming }: SmartlabCommands["smartlab.answer"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "inside" }, async (act) => {
    const { client, meeting, actor: by } = act;
    if (meeting.cancelled) return refuse("session-cancelled");
    const now = platform.clock.now();
    if (meeting.endsAt < now.getTime()) return refuse("session-over");
    if (coming) {
      await client.query(
        `DELETE FROM lab_attendance
         WHERE meeting_id = $1 AND person_id = $2 AND state = 'not-this-time'`,
        [meetingId, by.personId],
      );
    } else {
      await client.query(
        `INSERT INTO lab_attendance (meeting_id, person_id, state, marked_by, at)
         VALUES ($1, $2, 'not-this-time', $2, $3)
         ON CONFLICT (meeting_id, person_id) DO UPDATE SET state = 'not-this-time', at = $3`,
        [meetingId, by.personId, now],
      );
    }
    return ok(null);
  });
}

/** Those who lead mark who was there: whoever has or had a place. */
export function markAttendance(
  platform: Platform,
  actor: Actor,
  { meetingId, personId, present }: SmartlabCommands["smartlab.mark"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "lead" }, async (act) => {
    const { client, meeting, lab } = act;
    // No end: a list on paper is typed in when there is time.
    const { startsAt, cancelled } = meeting;
    const may = mayAttend(
      { startsAt, endsAt: Infinity, cancelled },
      platform.clock.now().getTime(),
    );
    if (!may.ok) return may;
    const known = await client.query(
      "SELECT FROM lab_person WHERE lab_id = $1 AND person_id = $2 AND joined_at IS NOT NULL",
      [lab.id, personId],
    );
    if (!known.rowCount) return refuse("not-found");
    if (present) return markPresent(platform, act, personId);
    await client.query(
      "DELETE FROM lab_attendance WHERE meeting_id = $1 AND person_id = $2 AND state = 'present'",
      [meetingId, personId],
    );
    return ok(null);
  });
}

async function markPresent(
  platform: Platform,
  { client, lab, meeting, actor }: LabAct & { meeting: MeetingRow },
  personId: string,
): Promise<Result<null>> {
  const now = platform.clock.now();
  await client.query(
    `INSERT INTO lab_attendance (meeting_id, person_id, state, marked_by, at)
     VALUES ($1, $2, 'present', $3, $4)
     ON CONFLICT (meeting_id, person_id) DO UPDATE SET state = 'present', marked_by = $3, at = $4
     WHERE lab_attendance.state <> 'present'`,
    [meeting.id, personId, actor.personId, now],
  );
  // The first who came to the first meeting: it meets from now on.
  if (lab.state === "registration") await moveLab(client, lab, { event: "met", now });
  return ok(null);
}
