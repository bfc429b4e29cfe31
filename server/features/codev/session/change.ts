import type { PoolClient } from "pg";
import type { Part } from "#domain/codev/confidential.ts";
import type { Seat } from "#domain/codev/course.ts";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { cycleOfSession } from "../frames.ts";
import { lockCycle } from "../group.ts";
import { findSession, peopleOf, type SessionRow, standingOf } from "./access.ts";

/** Who changes what: the session is held, and they are something to it. */
export type Changing = {
  client: PoolClient;
  session: SessionRow;
  actor: PersonActor;
  part: Part;
  seat?: Seat;
};

/** `told`: whose own words changed with it, beside the course that everybody sees. */
export type Told = "nobody" | "self" | "group";

type Change = {
  sessionId: string;
  parts: readonly Part[];
  told?: Told;
  /** It changes whose turn is when: the cycle is held first, as by everything that does. */
  ledger?: boolean;
};

/**
 * The frame of everything that changes a session of a group: one transaction with the session held,
 * the event that wakes its rooms, and no word of what was written outside the group's key. Whoever is
 * nothing to the session is not told that it exists.
 */
export async function changeSession(
  platform: Platform,
  actor: Actor,
  { sessionId, parts, told = "nobody", ledger = false }: Change,
  work: (changing: Changing) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "codev.take-part", COOPERATIVE)) return refuse("not-allowed");
  const done = await inTransactionUnlessRefused(platform.pool, async (client) => {
    const cycleId = ledger && (await cycleOfSession(client, sessionId));
    if (cycleId) await lockCycle(client, cycleId);
    const session = await findSession(client, sessionId, true);
    const { part, seat } = session ? await standingOf(client, session, actor.personId) : {};
    if (!session || !part) return refuse("not-found");
    if (!parts.includes(part)) return refuse("not-allowed");
    const result = await work({ client, session, actor, part, ...(seat ? { seat } : {}) });
    if (!result.ok) return result;
    const room = `codev/${sessionId}`;
    const persons = told === "group" ? await peopleOf(client, session.cycleId) : [actor.personId];
    await platform.outbox.write(client, [
      { topic: "room", room, ...(told === "nobody" ? {} : { persons }) },
    ]);
    return ok(null);
  });
  if (done.ok) platform.outbox.kick();
  return done;
}

/** When something was done: as a device said (server's clock, ms), and never ahead of the server. */
export function momentOf({ clock }: Platform, said: number | undefined): Date {
  const now = clock.now();
  return said === undefined ? now : new Date(Math.min(said, now.getTime()));
}
