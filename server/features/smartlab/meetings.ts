import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isAtWork } from "#domain/smartlab/life.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Client, onLab, onMeeting } from "./repository.ts";
import { personsOf, tellOfLab } from "./tell.ts";

/** When and where a lab meets. */
export type PlannedMeeting = {
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  onlineLink: string;
};

/** Fixes a date; the people of the lab hear of it. */
export function planMeeting(
  platform: Platform,
  actor: Actor,
  { labId, ...fields }: SmartlabCommands["smartlab.plan-meeting"],
): Promise<Result<{ meetingId: string }>> {
  return onLab(platform, actor, { labId, asks: "lead" }, async ({ lab, client, actor }) => {
    if (!isAtWork(lab.state)) return refuse("lab-not-open");
    const meetingId = await addMeeting(platform, client, labId, fields);
    const told = {
      kind: "lab-meeting-planned",
      urgency: "soon",
      about: meetingId,
      details: { startsAt: fields.startsAt.toISOString() },
      by: actor.personId,
    } as const;
    await tellOfLab(platform, client, lab, told, await personsOf(client, labId, ["joined"]));
    return ok({ meetingId });
  });
}

/** A date of a lab, within a transaction of whoever tells its people. */
export async function addMeeting(
  platform: Platform,
  client: Client,
  labId: string,
  { title, startsAt, endsAt, place, onlineLink }: PlannedMeeting,
): Promise<string> {
  const meetingId = platform.random.uuid();
  await client.query(
    `INSERT INTO lab_meeting (id, lab_id, title, starts_at, ends_at, place, online_link)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [meetingId, labId, title, startsAt, endsAt, place, onlineLink],
  );
  return meetingId;
}

/** Another hour or place, from the revision its editor saw; the people hear of it. */
export function changeMeeting(
  platform: Platform,
  actor: Actor,
  { meetingId, revision, ...fields }: SmartlabCommands["smartlab.change-meeting"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "lead" }, async (act) => {
    const { lab, meeting, client, actor: by } = act;
    if (meeting.cancelled) return refuse("session-cancelled");
    if (meeting.revision !== revision) return refuse("changed-meanwhile");
    await client.query(
      `UPDATE lab_meeting SET title = $2, starts_at = $3, ends_at = $4, place = $5,
         online_link = $6, revision = revision + 1
       WHERE id = $1`,
      [meetingId, fields.title, fields.startsAt, fields.endsAt, fields.place, fields.onlineLink],
    );
    const moved =
      meeting.startsAt !== fields.startsAt.getTime() ||
      meeting.endsAt !== fields.endsAt.getTime() ||
      meeting.place !== fields.place;
    if (!moved || meeting.endsAt < platform.clock.now().getTime()) return ok(null);
    const told = {
      kind: "lab-meeting-changed",
      urgency: "soon",
      about: `${meetingId}/${revision}`,
      details: { startsAt: fields.startsAt.toISOString(), place: fields.place || lab.city },
      by: by.personId,
    } as const;
    await tellOfLab(platform, client, lab, told, await personsOf(client, lab.id, ["joined"]));
    return ok(null);
  });
}

/** A meeting that will not be stays in the list, with the reason. */
export function cancelMeeting(
  platform: Platform,
  actor: Actor,
  { meetingId, reason }: SmartlabCommands["smartlab.cancel-meeting"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "lead" }, async (act) => {
    const { lab, meeting, client, actor: by } = act;
    const now = platform.clock.now();
    if (meeting.endsAt < now.getTime()) return refuse("session-over");
    if (meeting.cancelled) return ok(null);
    await client.query(
      `UPDATE lab_meeting SET cancelled_at = $2, cancel_reason = $3, revision = revision + 1
       WHERE id = $1`,
      [meetingId, now, reason],
    );
    const told = {
      kind: "lab-meeting-cancelled",
      urgency: "soon",
      about: meetingId,
      details: { startsAt: new Date(meeting.startsAt).toISOString(), reason },
      by: by.personId,
    } as const;
    await tellOfLab(platform, client, lab, told, await personsOf(client, lab.id, ["joined"]));
    return ok(null);
  });
}

/** How long a meeting really was, and what who comes later must know of it. */
export function reportMeeting(
  platform: Platform,
  actor: Actor,
  { meetingId, minutesSpent, gist }: SmartlabCommands["smartlab.report-meeting"],
): Promise<Result<null>> {
  return onMeeting(platform, actor, { meetingId, asks: "lead" }, async ({ meeting, client }) => {
    if (meeting.cancelled) return refuse("session-cancelled");
    if (meeting.startsAt > platform.clock.now().getTime()) return refuse("lab-too-early");
    await client.query(
      `UPDATE lab_meeting SET minutes_spent = $2, gist = $3, revision = revision + 1 WHERE id = $1`,
      [meetingId, minutesSpent, gist],
    );
    return ok(null);
  });
}
