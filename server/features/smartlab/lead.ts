import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isAtWork, isOver } from "#domain/smartlab/life.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { handOn } from "./hand-off.ts";
import { moveUp } from "./join.ts";
import { type LabAct, moveLab, noteMove, onLab } from "./repository.ts";
import { personsOf, tellOfLab } from "./tell.ts";

/** Changes what a lab says of itself, from the revision its editor saw. */
export function changeLab(
  platform: Platform,
  actor: Actor,
  { labId, revision, ...fields }: SmartlabCommands["smartlab.change"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead" }, async (act) => {
    const { lab, client } = act;
    if (isOver(lab.state)) return refuse("wrong-phase");
    if (lab.revision !== revision) return refuse("changed-meanwhile");
    const { joined } = lab;
    if (fields.capacity !== undefined && fields.capacity < joined) {
      return refuse("lab-places-taken");
    }
    await client.query(
      `UPDATE lab SET title = $2, theme = $3, model = $4, own_model = $5, language = $6, city = $7,
         online = $8, why_now = $9, makes = $10, for_whom = $11, effort = $12, capacity = $13,
         online_link = $14, silent_weeks = $15, revision = revision + 1
       WHERE id = $1`,
      [
        labId,
        fields.title,
        fields.theme,
        fields.model,
        fields.model === "own" ? fields.ownModel : "",
        fields.language,
        fields.city,
        fields.online,
        fields.whyNow,
        fields.makes,
        fields.forWhom,
        fields.effort,
        fields.capacity ?? null,
        fields.onlineLink,
        fields.silentWeeks,
      ],
    );
    await moveUp(platform, act);
    return ok(null);
  });
}

/** Rests until a day, with the reason; nobody is asked about its silence meanwhile. */
export function pauseLab(
  platform: Platform,
  actor: Actor,
  { labId, until, reason }: SmartlabCommands["smartlab.pause"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead-or-support" }, async (act) => {
    const { lab, client, actor: by } = act;
    const now = platform.clock.now();
    if (until <= dayInBrussels(now)) return refuse("bad-input");
    const moved = await moveLab(client, lab, { event: "pause", actorId: by.personId, reason, now });
    if (!moved.ok) return moved;
    await client.query("UPDATE lab SET paused_until = $2 WHERE id = $1", [labId, until]);
    const details = { reason, untilOn: until };
    const told = { kind: "lab-paused", urgency: "digest", about: until, details } as const;
    await tellPeople(platform, act, told);
    return ok(null);
  });
}

export function resumeLab(
  platform: Platform,
  actor: Actor,
  { labId }: SmartlabCommands["smartlab.resume"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead-or-support" }, async (act) => {
    const { lab, client, actor: by } = act;
    const now = platform.clock.now();
    const moved = await moveLab(client, lab, { event: "resume", actorId: by.personId, now });
    if (!moved.ok) return moved;
    await client.query("UPDATE lab SET paused_until = NULL, affirmed_at = $2 WHERE id = $1", [
      labId,
      now,
    ]);
    await moveUp(platform, act);
    return ok(null);
  });
}

/** Asked after a silence: it goes on. */
export function affirmLab(
  platform: Platform,
  actor: Actor,
  { labId }: SmartlabCommands["smartlab.affirm"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead" }, async ({ lab, client }) => {
    if (!isAtWork(lab.state)) return refuse("wrong-phase");
    await client.query("UPDATE lab SET affirmed_at = $2, asked_at = NULL WHERE id = $1", [
      labId,
      platform.clock.now(),
    ]);
    return ok(null);
  });
}

/** Somebody else of the group carries it from now on. */
export function handOver(
  platform: Platform,
  actor: Actor,
  { labId, personId }: SmartlabCommands["smartlab.hand-over"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead-or-support" }, async (act) => {
    const { lab, client, actor: by } = act;
    if (isOver(lab.state)) return refuse("wrong-phase");
    const heir = await client.query(
      `SELECT FROM lab_person
       WHERE lab_id = $1 AND person_id = $2 AND standing = 'joined' AND role = 'member'`,
      [labId, personId],
    );
    if (!heir.rowCount) return refuse("not-found");
    const now = platform.clock.now();
    await client.query(
      `UPDATE lab_person SET role = CASE WHEN person_id = $2 THEN 'initiator' ELSE 'member' END
       WHERE lab_id = $1 AND (person_id = $2 OR role = 'initiator')`,
      [labId, personId],
    );
    await client.query("UPDATE lab SET affirmed_at = $2 WHERE id = $1", [labId, now]);
    await noteMove(client, {
      labId,
      event: "handed-over",
      to: lab.state,
      actorId: by.personId,
      reason: "",
      now,
    });
    const told = { kind: "lab-handed-over", urgency: "soon", about: now.toISOString() } as const;
    await tellOfLab(platform, client, lab, { ...told, by: by.personId }, [personId]);
    return ok(null);
  });
}

/** Ends a lab with "what we made" and who goes on with it. */
export function closeLab(
  platform: Platform,
  actor: Actor,
  { labId, outcome, made, ...handedOn }: SmartlabCommands["smartlab.close"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "lead-or-support" }, async (act) => {
    const { lab, client, actor: by } = act;
    const now = platform.clock.now();
    const moved = await moveLab(client, lab, { event: "close", actorId: by.personId, now });
    if (!moved.ok) return moved;
    await client.query(
      "UPDATE lab SET closed_at = $2, outcome = $3, made = $4, paused_until = NULL WHERE id = $1",
      [labId, now, outcome, made],
    );
    const handed = await handOn(platform, act, handedOn);
    if (!handed.ok) return handed;
    await client.query(
      `UPDATE lab_meeting SET cancelled_at = $2, revision = revision + 1
       WHERE lab_id = $1 AND starts_at > $2 AND cancelled_at IS NULL`,
      [labId, now],
    );
    const details = { outcome };
    await tellPeople(platform, act, { kind: "lab-closed", urgency: "digest", about: "", details });
    return ok(null);
  });
}

/** Everybody around a lab but who did it: those who wait and those interested too. */
async function tellPeople(
  platform: Platform,
  { client, lab, actor }: LabAct,
  told: Omit<Parameters<typeof tellOfLab>[3], "by">,
): Promise<void> {
  const around = await personsOf(client, lab.id, ["interested", "waiting", "joined"]);
  await tellOfLab(platform, client, lab, { ...told, by: actor.personId }, around);
}
