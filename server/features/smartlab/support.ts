import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { afterEvent } from "#domain/smartlab/life.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { solicit } from "../notifications/solicitations.ts";
import { goAlong } from "./accompany.ts";
import { type Client, type LabAct, type LabRow, moveLab, onLab } from "./repository.ts";
import { personsOf, tellOfLab } from "./tell.ts";

/**
 * Opens a lab that enough are interested in: somebody of the support team goes along with it. Those
 * who were interested may take their place, and those who wanted to know of one like it are told.
 */
export function openLab(
  platform: Platform,
  actor: Actor,
  { labId, personId }: SmartlabCommands["smartlab.open"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "support" }, async (act) => {
    const { lab, client, actor: by } = act;
    const may = afterEvent(lab.state, "open", lab);
    if (!may.ok) return may;
    const named = await goAlong(platform, act, personId || by.personId);
    if (!named.ok) return named;
    const now = platform.clock.now();
    await moveLab(client, lab, { event: "open", actorId: by.personId, now });
    await client.query("UPDATE lab SET opened_at = $2 WHERE id = $1", [labId, now]);
    const told = { urgency: "soon", about: "", by: by.personId } as const;
    const interested = await personsOf(client, labId, ["interested", "joined"]);
    const members = interested.filter((id) => id !== personId);
    await callForLab(platform, act, "within", members);
    await tellOfLab(platform, client, lab, { ...told, kind: "lab-open" }, members);
    const looking = await callForLab(platform, act, "told", await whoLooksFor(client, lab));
    await tellOfLab(platform, client, lab, { ...told, kind: "lab-found" }, looking);
    return ok(null);
  });
}

/** Puts the call on the calendar of what members are asked, and says whom it may reach. */
async function callForLab(
  platform: Platform,
  { lab, actor, client }: LabAct,
  wished: "within" | "told",
  persons: readonly string[],
): Promise<string[]> {
  const call = {
    key: `lab:${lab.id}/opening/${wished}`,
    kind: "call",
    body: `lab:${lab.id}`,
    titles: { [lab.language]: lab.title },
    link: `/smartlab/${lab.slug}`,
    wished,
  } as const;
  const granted = await solicit(platform, client, actor, call, persons);
  return granted.ok ? granted.value.to : [];
}

/** Whose wish this lab answers, and who is not around it yet. */
async function whoLooksFor(client: Client, lab: LabRow): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT a.person_id AS id FROM lab_alert a
     WHERE a.theme IN ('', $2) AND a.language IN ('', $3)
       AND (a.city = '' OR lower(a.city) = lower($4) OR (a.city = 'online' AND $5))
       AND NOT EXISTS (
         SELECT FROM lab_person p WHERE p.lab_id = $1 AND p.person_id = a.person_id)`,
    [lab.id, lab.theme, lab.language, lab.city, lab.online],
  );
  return rows.map(({ id }) => id);
}

/** A lab that will not be: those who proposed it withdraw it, or nobody can go along with it. */
export function dropLab(
  platform: Platform,
  actor: Actor,
  { labId, reason }: SmartlabCommands["smartlab.drop"],
): Promise<Result<null>> {
  const asked = { labId, asks: "lead-or-support" } as const;
  return onLab(platform, actor, asked, async ({ lab, actor, client }) => {
    const now = platform.clock.now();
    const { personId } = actor;
    const moved = await moveLab(client, lab, { event: "drop", actorId: personId, reason, now });
    if (!moved.ok) return moved;
    await client.query("UPDATE lab SET drop_reason = $2, closed_at = $3 WHERE id = $1", [
      labId,
      reason,
      now,
    ]);
    const told = {
      kind: "lab-dropped",
      urgency: "soon",
      about: "",
      details: { reason },
      by: personId,
    } as const;
    const around = await personsOf(client, labId, ["interested", "waiting", "joined"]);
    await tellOfLab(platform, client, lab, told, around);
    return ok(null);
  });
}
