import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QrPicture } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { journal } from "./journal.ts";
import { keepPass, ownPass } from "./passes.ts";
import { qrPicture } from "#app/features/check-in/qr-picture.ts";
import { assemblyBySlug, type AssemblyHead } from "./site-sql.ts";
import type { WayInKeys } from "./way-in-keys.ts";

export type PassPage = { assembly: AssemblyHead; path: string; qr: QrPicture };

/** One's own pass, to show at a door or to print. */
export async function ownPassPage(
  platform: Platform,
  keys: WayInKeys,
  actor: Actor,
  slug: string,
): Promise<Result<PassPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const assembly = await assemblyBySlug(platform.pool, slug);
  if (!assembly || assembly.phase === "prepared") return refuse("not-found");
  if (!can(actor, "session.enter", assemblySubject(assembly.id))) return refuse("not-allowed");
  if (assembly.phase === "closed") return refuse("wrong-phase");
  const whose = { assemblyId: assembly.id, personId: actor.personId };
  const path = `/e/${await ownPass(platform, keys, whose)}`;
  return ok({ assembly, path, qr: passPicture(platform, path) });
}

/** The QR code of a pass. Says nothing of whether the pass is good. */
export function passPicture({ env }: Platform, path: string): QrPicture {
  return qrPicture(`${env.publicUrl}${path}`);
}

/** A new pass in place of one that was lost or shown around; the old one opens nothing any more. */
export async function renewPass(
  platform: Platform,
  keys: WayInKeys,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    const now = platform.clock.now();
    const { rows } = await client.query<{ serial: number }>(
      `SELECT serial FROM entry_pass WHERE assembly_id = $1 AND person_id = $2 FOR UPDATE`,
      [assemblyId, personId],
    );
    const serial = (rows[0]?.serial ?? 0) + 1;
    const token = keys.passToken(assemblyId, personId, serial);
    await keepPass(client, { assemblyId, personId, serial, token, now });
    await journal(platform, client, { personId, assemblyId, action: "pass.renewed" });
    return ok({ value: null, persons: [personId] });
  });
}
