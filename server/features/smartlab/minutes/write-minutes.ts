import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MOST_UPDATE_BYTES } from "#domain/smartlab/minutes/minutes.ts";
import { edited, isUpdate, textOf, type Update } from "#domain/smartlab/minutes/shared-text.ts";
import { diffText, type Edit, mergeText } from "#domain/kernel/text-diff.ts";
import type { LabMinutesCommands as Commands } from "#wire/lab-minutes.ts";
import type { OutboxEvent } from "../../../platform/outbox.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Done, type LabHere, workInLab } from "../work/frame.ts";
import {
  appendUpdate,
  keepVersion,
  lockMinutes,
  type MinutesRow,
  updatesOf,
} from "./minutes-log.ts";

/** Begins the minutes of a meeting, or of something else; asked twice for one meeting it is one. */
export function beginMinutes(
  platform: Platform,
  actor: Actor,
  { labId, title, meetingId }: Commands["lab.minutes-begin"],
): Promise<Result<{ minutesId: string }>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, lab, person) => {
    if (meetingId !== "") {
      const held = await client.query(
        "SELECT FROM lab_meeting WHERE id = $1 AND lab_id = $2 FOR NO KEY UPDATE",
        [meetingId, lab.labId],
      );
      if (!held.rowCount) return refuse("not-found");
      const begun = await client.query<{ id: string }>(
        "SELECT id FROM lab_minutes WHERE meeting_id = $1 ORDER BY made_at LIMIT 1",
        [meetingId],
      );
      if (begun.rows[0]) return ok({ value: { minutesId: begun.rows[0].id } });
    }
    const minutesId = platform.random.uuid();
    await client.query(
      `INSERT INTO lab_minutes (id, lab_id, meeting_id, title, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [minutesId, labId, meetingId || null, title, person.personId, platform.clock.now()],
    );
    return ok({ value: { minutesId } });
  });
}

/** Takes changes as a browser made them, whenever they come and however often. */
export function writeMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId, update }: Commands["lab.minutes-write"],
): Promise<Result<{ seq: number }>> {
  return onDraft(platform, actor, minutesId, async (client, minutes, { personId }) => {
    const bytes = Buffer.from(update, "base64");
    if (bytes.byteLength > MOST_UPDATE_BYTES) return refuse("too-large");
    if (!isUpdate(bytes)) return refuse("bad-input");
    const at = platform.clock.now();
    const seq = await appendUpdate(client, minutes, { update: bytes, personId, at });
    return seq.ok ? ok({ value: { seq: seq.value }, events: changed(minutesId) }) : seq;
  });
}

/** Takes a whole text from a form: what its writer changed goes into what others made of it since. */
export function saveMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId, base, text }: Commands["lab.minutes-save"],
): Promise<Result<null>> {
  return onDraft(platform, actor, minutesId, async (client, minutes, { personId }) => {
    // Browsers send line ends of their own.
    const [from, to] = [base, text].map((said) => said.replace(/\r\n?/g, "\n"));
    const edit = (now: string) => mergeText(from ?? "", now, to ?? "");
    return editBy(platform, client, minutes, { personId, edit });
  });
}

export function keepMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId }: Commands["lab.minutes-keep"],
): Promise<Result<null>> {
  return onDraft(platform, actor, minutesId, async (client, _, { personId }) => {
    const text = textOf(await updatesOf(client, minutesId));
    const at = platform.clock.now();
    await keepVersion(client, minutesId, { reason: "kept", text, by: personId, at });
    return ok({ value: null });
  });
}

/** Brings an earlier text back, as one more change: what was there is kept as a version first. */
export function restoreMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId, number }: Commands["lab.minutes-restore"],
): Promise<Result<null>> {
  return onDraft(platform, actor, minutesId, async (client, minutes, { personId }) => {
    const { rows } = await client.query<{ text: string }>(
      "SELECT text FROM lab_minutes_version WHERE minutes_id = $1 AND number = $2",
      [minutesId, number],
    );
    const [version] = rows;
    if (!version) return refuse("not-found");
    const now = textOf(await updatesOf(client, minutesId));
    const at = platform.clock.now();
    await keepVersion(client, minutesId, { reason: "restored", text: now, by: personId, at });
    const edit = (text: string) => diffText(text, version.text);
    return editBy(platform, client, minutes, { personId, edit });
  });
}

async function editBy(
  { clock }: Platform,
  client: PoolClient,
  minutes: MinutesRow,
  { personId, edit }: { personId: string; edit: (text: string) => Edit[] },
): Promise<Result<Done<null>>> {
  const updates = await updatesOf(client, minutes.id);
  const update: Update | undefined = edited(updates, edit(textOf(updates)));
  if (!update) return ok({ value: null });
  const seq = await appendUpdate(client, minutes, { update, personId, at: clock.now() });
  return seq.ok ? ok({ value: null, events: changed(minutes.id) }) : seq;
}

/** What is written is a draft: who comes with changes later is told so, and keeps their words. */
function onDraft<T extends object | null>(
  platform: Platform,
  actor: Actor,
  minutesId: string,
  work: (
    client: PoolClient,
    minutes: MinutesRow,
    person: PersonActor,
    lab: LabHere,
  ) => Promise<Result<Done<T>>>,
): Promise<Result<T>> {
  const piece = { of: "minutes", id: minutesId } as const;
  return workInLab(platform, actor, piece, async (client, lab, person) => {
    const minutes = await lockMinutes(client, minutesId);
    if (!minutes) return refuse("not-found");
    if (minutes.phase !== "draft") return refuse("lab-minutes-settled");
    return work(client, minutes, person, lab);
  });
}

/** Those who have the text open are told. */
export function changed(minutesId: string): OutboxEvent[] {
  return [{ topic: "room", room: `lab-minutes/${minutesId}` }];
}
