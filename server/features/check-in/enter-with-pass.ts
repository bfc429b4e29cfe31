import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { doorsOpen } from "#domain/check-in/door.ts";
import { PASS_SESSION_HOURS } from "#domain/check-in/way-in.ts";
import type { SiteEntry } from "#wire/check-in.ts";
import { networkOf, type RateLimits } from "../../auth/rate-limits.ts";
import type { Auth } from "../../auth/sessions.ts";
import type { Visitor } from "../../auth/sign-in-tools.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { sessionChanged } from "../live-session/session-room.ts";
import { changePresence } from "./change-presence.ts";
import { journal } from "./journal.ts";
import { passOf } from "./passes.ts";
import { assemblyById, holdPhase, sitesOf, withDoors, type AssemblyHead } from "./site-sql.ts";
import { passHash, type WayInKeys } from "./way-in-keys.ts";

export type PassTools = {
  platform: Platform;
  keys: WayInKeys;
  auth: Pick<Auth, "startSession">;
  limits: RateLimits;
};
/** `sessionId` is absent for who was signed in already. */
export type Entered = { slug: string; sessionId?: string };

/**
 * Signs in and checks in with two proofs: the pass of the convocation, and the six digits that only
 * a room of that assembly shows now. So a thousand people are in without waiting for mail. Who
 * holds a role signs in as ever: a lost pass must not open the chair's account.
 */
export async function enterWithPass(
  tools: PassTools,
  actor: Actor,
  { token, code }: { token: string; code: string },
  visitor: Visitor,
): Promise<Result<Entered>> {
  const { platform, limits, auth } = tools;
  const [network, subject] = [networkOf(visitor.ip), passHash(token)];
  const allowed =
    (await limits.take("network", network)) &&
    (await limits.take("pass", subject)) &&
    (await limits.take("pass-day", subject));
  if (!allowed) return refuse("too-many-requests");

  const pass = await passOf(platform.pool, token);
  const assembly = pass && (await assemblyById(platform.pool, pass.assemblyId));
  if (!assembly) return refuse("pass-unknown");
  const room = await roomOf(tools, assembly, code);
  if (!room.ok) return room;
  const isSelf = actor.kind === "person" && actor.personId === pass.personId;
  if (!isSelf && (await holdsRole(platform, pass.personId))) return refuse("pass-not-for-office");

  const { personId } = pass;
  const noted = await noteEntry(platform, { assembly, personId, site: room.value, isSelf });
  if (!noted.ok) return noted;
  await limits.giveBack("pass", subject);
  if (isSelf) return ok({ slug: assembly.slug });
  const endsAt = new Date(platform.clock.now().getTime() + PASS_SESSION_HOURS * 3_600_000);
  const sessionId = await auth.startSession(actor, personId, visitor.device, endsAt);
  return ok({ slug: assembly.slug, sessionId });
}

/** The open room of this assembly that shows these digits. */
async function roomOf(
  { platform, keys }: PassTools,
  { id, phase }: AssemblyHead,
  code: string,
): Promise<Result<SiteEntry>> {
  const now = platform.clock.now().getTime();
  const open = withDoors(await sitesOf(platform.pool, id)).filter((site) =>
    doorsOpen(site, phase, now),
  );
  if (open.length === 0) return refuse("doors-closed");
  const room = open.find((site) => keys.isRoomCode(site.id, code, now));
  return room ? ok(room) : refuse("wrong-room-code");
}

type Entry = { assembly: AssemblyHead; personId: string; site: SiteEntry; isSelf: boolean };

/** The arrival and its line in the journal, together. */
async function noteEntry(platform: Platform, entry: Entry): Promise<Result<null>> {
  const now = platform.clock.now();
  const result = await inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    const phase = await holdPhase(client, entry.assembly.id);
    // Closed between the look at its doors and now.
    if (phase !== entry.assembly.phase) return refuse("doors-closed");
    await arrive(platform, client, entry, now);
    return ok(null);
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

async function arrive(
  platform: Platform,
  client: PoolClient,
  { assembly, personId, site, isSelf }: Entry,
  now: Date,
): Promise<void> {
  const arrival = { kind: "arrive", at: now.getTime(), siteId: site.id, channel: "pass" } as const;
  const persons = await changePresence(client, {
    assemblyId: assembly.id,
    persons: [personId],
    more: new Map([[personId, [arrival]]]),
  });
  if (!isSelf) {
    const action = "pass.entered";
    await journal(platform, client, { personId, assemblyId: assembly.id, action });
  }
  await platform.outbox.write(client, sessionChanged(assembly.id, persons));
}

async function holdsRole({ pool, clock }: Platform, personId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM role_grant g WHERE g.person_id = $1 AND (g.valid_to IS NULL
       OR g.valid_to >= ($2::timestamptz AT TIME ZONE 'Europe/Brussels')::date) LIMIT 1`,
    [personId, clock.now()],
  );
  return rows.length > 0;
}
