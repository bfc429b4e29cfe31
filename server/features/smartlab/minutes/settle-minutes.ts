import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  agreementsNeeded,
  minutesAfter,
  type MinutesEvent,
} from "#domain/smartlab/minutes/minutes.ts";
import { leads } from "#domain/smartlab/people.ts";
import { textOf } from "#domain/smartlab/minutes/shared-text.ts";
import type { LabMinutesCommands as Commands } from "#wire/lab-minutes.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";
import { type LabHere, peopleOf, workInLab } from "../work/frame.ts";
import { keepVersion, lockMinutes, type MinutesRow, updatesOf } from "./minutes-log.ts";
import { changed } from "./write-minutes.ts";

/** From now on nobody writes; everybody reads it over. Who proposes agrees. */
export function proposeMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId }: Commands["lab.minutes-propose"],
): Promise<Result<null>> {
  return move(platform, actor, { minutesId, event: "propose" }, async (client, step) => {
    const { minutes, person, lab } = step;
    const text = textOf(await updatesOf(client, minutesId));
    if (text.trim() === "") return refuse("bad-input");
    const at = platform.clock.now();
    const { personId } = person;
    const number = await keepVersion(client, minutesId, {
      reason: "proposed",
      text,
      by: personId,
      at,
    });
    await client.query(
      "UPDATE lab_minutes SET proposed_by = $2, proposed_version = $3 WHERE id = $1",
      [minutesId, personId, number],
    );
    await agree(client, minutesId, personId, at);
    await tell(platform, client, { lab, minutes, by: personId, number });
    return ok(null);
  });
}

/** Has read it over and agrees; said twice it is said once. */
export function agreeToMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId }: Commands["lab.minutes-agree"],
): Promise<Result<null>> {
  const piece = { of: "minutes", id: minutesId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const minutes = await lockMinutes(client, minutesId);
    if (minutes?.phase !== "proposed") return refuse("wrong-phase");
    await agree(client, minutesId, personId, platform.clock.now());
    return ok({ value: null, events: changed(minutesId) });
  });
}

/** Something is missing or wrong: it is written again, and agreed to anew. */
export function reopenMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId }: Commands["lab.minutes-reopen"],
): Promise<Result<null>> {
  return move(platform, actor, { minutesId, event: "reopen" }, async (client) => {
    await client.query("DELETE FROM lab_minutes_agreement WHERE minutes_id = $1", [minutesId]);
    return ok(null);
  });
}

export function approveMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId }: Commands["lab.minutes-approve"],
): Promise<Result<null>> {
  return move(platform, actor, { minutesId, event: "approve" }, async (client, { lab }) => {
    const { rows } = await client.query<{ agreed: number }>(
      `SELECT count(*)::int AS agreed FROM lab_minutes_agreement a
       JOIN lab_person p ON p.lab_id = $2 AND p.person_id = a.person_id AND p.standing = 'joined'
       WHERE a.minutes_id = $1`,
      [minutesId, lab.labId],
    );
    const people = await peopleOf(client, lab.labId);
    if ((rows[0]?.agreed ?? 0) < agreementsNeeded(people.length)) {
      return refuse("lab-agreement-missing");
    }
    await client.query("UPDATE lab_minutes SET approved_at = $2 WHERE id = $1", [
      minutesId,
      platform.clock.now(),
    ]);
    return ok(null);
  });
}

/** Shows approved minutes to everybody, or to the group alone again. */
export function showMinutes(
  platform: Platform,
  actor: Actor,
  { minutesId, visibility }: Commands["lab.minutes-show"],
): Promise<Result<null>> {
  const event = visibility === "public" ? "publish" : "take-back";
  return move(platform, actor, { minutesId, event }, async (client) => {
    await client.query(
      `UPDATE lab_minutes SET visibility = $2,
         published_at = CASE WHEN $2 = 'public' THEN coalesce(published_at, $3) END
       WHERE id = $1`,
      [minutesId, visibility, platform.clock.now()],
    );
    return ok(null);
  });
}

/** What somebody who leads decides alone. Whoever writes may propose and reopen. */
const LEADS_DECIDE: readonly MinutesEvent[] = ["approve", "publish", "take-back"];

type Step = { minutes: MinutesRow; person: PersonActor; lab: LabHere };

/** The frame of a change of phase; `work` refuses before it writes. */
function move(
  platform: Platform,
  actor: Actor,
  { minutesId, event }: { minutesId: string; event: MinutesEvent },
  work: (client: PoolClient, step: Step) => Promise<Result<null>>,
): Promise<Result<null>> {
  const piece = { of: "minutes", id: minutesId } as const;
  return workInLab(platform, actor, piece, async (client, lab, person) => {
    if (LEADS_DECIDE.includes(event) && !leads(lab.role)) return refuse("not-allowed");
    const minutes = await lockMinutes(client, minutesId);
    if (!minutes) return refuse("not-found");
    const to = minutesAfter(minutes.phase, event);
    if (!to.ok) return to;
    const done = await work(client, { minutes, person, lab });
    if (!done.ok) return done;
    await client.query("UPDATE lab_minutes SET phase = $2, revision = revision + 1 WHERE id = $1", [
      minutesId,
      to.value,
    ]);
    return ok({ value: null, events: changed(minutesId) });
  });
}

async function agree(client: PoolClient, minutesId: string, personId: string, at: Date) {
  await client.query(
    `INSERT INTO lab_minutes_agreement (minutes_id, person_id, at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [minutesId, personId, at],
  );
}

/** Those who were there when it was said, and all others of the group, read it over. */
async function tell(
  platform: Platform,
  client: PoolClient,
  { lab, minutes, by, number }: { lab: LabHere; minutes: MinutesRow; by: string; number: number },
): Promise<void> {
  await notify(
    platform,
    client,
    {
      kind: "lab-minutes-proposed",
      body: `lab:${lab.labId}`,
      bodyName: lab.title,
      link: `/smartlab/${lab.slug}/minutes/${minutes.id}`,
      details: { title: minutes.title },
      key: `lab-minutes:${minutes.id}:${number}`,
      urgency: "digest",
      by,
    },
    await peopleOf(client, lab.labId),
  );
}
