import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  comeAfterAll,
  excuse,
  swap,
  takeDate as takeFreeDate,
} from "#domain/codev/rotation-acts.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { type InCycle, inCycle, inCycleOf } from "./frames.ts";
import type { GroupTexts } from "./group-key.ts";
import { loadGroup, saveGroup } from "./group.ts";
import { tellPair } from "./pact.ts";
import { tell } from "./tell.ts";

/** For who is in the group today, before a session. */
async function inGroup<T>(
  platform: Platform,
  actor: Actor,
  sessionId: string,
  work: (held: InCycle) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inCycleOf(platform, actor, sessionId, "participant", async (held) => {
    const { standing, client } = held;
    if (standing.as !== "participant" || standing.state !== "active") return refuse("not-found");
    const { rows } = await client.query("SELECT FROM codev_session WHERE id = $1 AND state = $2", [
      sessionId,
      "planned",
    ]);
    return rows.length === 1 ? work(held) : refuse("wrong-phase");
  });
}

/** Says that one cannot come, never why, or that one comes after all. */
export function excuseFrom(
  platform: Platform,
  actor: Actor,
  { sessionId, coming }: CodevCommands["codev.excuse"],
): Promise<Result<null>> {
  return inGroup(platform, actor, sessionId, async (held) => {
    const { client, cycle, me } = held;
    const group = await loadGroup(client, cycle.id);
    if (coming) {
      await client.query(
        `DELETE FROM codev_attendance
         WHERE session_id = $1 AND person_id = $2 AND state = 'excused'`,
        [sessionId, me],
      );
      await saveGroup(client, cycle.id, comeAfterAll(group, sessionId, me));
      return ok(null);
    }
    await client.query(
      `INSERT INTO codev_attendance (session_id, person_id, state, at)
       VALUES ($1, $2, 'excused', $3)
       ON CONFLICT (session_id, person_id) DO UPDATE SET state = 'excused', at = excluded.at`,
      [sessionId, me, platform.clock.now()],
    );
    await saveGroup(client, cycle.id, excuse(group, sessionId, me));
    await tellPair(platform, held, `excused/${sessionId}/${me}`);
    return ok(null);
  });
}

/** Takes a date that came free in place of one's own later one. */
export function takeDate(
  platform: Platform,
  actor: Actor,
  { sessionId }: CodevCommands["codev.take-date"],
): Promise<Result<null>> {
  return inGroup(platform, actor, sessionId, async (held) => {
    const { client, cycle, me } = held;
    const taken = takeFreeDate(await loadGroup(client, cycle.id), sessionId, me);
    if (!taken.ok) return taken;
    await saveGroup(client, cycle.id, taken.value);
    await tellPair(platform, held, `taken/${sessionId}/${me}`);
    return ok(null);
  });
}

/** What one would like to bring, in a line, read by the group when it chooses. Empty takes it back. */
export function writeSubject(
  platform: Platform,
  texts: GroupTexts,
  actor: Actor,
  { sessionId, text }: CodevCommands["codev.write-subject"],
): Promise<Result<null>> {
  return inGroup(platform, actor, sessionId, async ({ client, cycle, me }) => {
    const place = { cycleId: cycle.id, sessionId, personId: me, kind: "subject" } as const;
    return (await texts.write(client, place, text)) ? ok(null) : refuse("group-key-gone");
  });
}

type TurnRow = { sessionId: string; cycleId: string; clientId: string };

async function turnOf(client: InCycle["client"], id: string): Promise<TurnRow | undefined> {
  const { rows } = await client.query<TurnRow>(
    `SELECT session_id AS "sessionId", cycle_id AS "cycleId", client_id AS "clientId"
     FROM codev_turn WHERE id = $1 AND state = 'planned'`,
    [id],
  );
  return rows[0];
}

/** Asks somebody to change dates. Nothing changes before they agree. */
export async function askSwap(
  platform: Platform,
  actor: Actor,
  { turnId, otherTurnId }: CodevCommands["codev.ask-swap"],
): Promise<Result<null>> {
  const { rows } = await platform.pool.query<{ cycleId: string }>(
    `SELECT cycle_id AS "cycleId" FROM codev_turn WHERE id = $1`,
    [turnId],
  );
  return inCycle(platform, actor, rows[0]?.cycleId, "participant", async (held) => {
    const { client, cycle, me } = held;
    const own = await turnOf(client, turnId);
    const other = await turnOf(client, otherTurnId);
    if (own?.clientId !== me || other?.cycleId !== cycle.id) return refuse("codev-nothing-to-swap");
    const possible = swap(await loadGroup(client, cycle.id), me, other.clientId);
    if (!possible.ok) return possible;
    const swapId = platform.random.uuid();
    const { rowCount } = await client.query(
      `INSERT INTO codev_swap
         (id, cycle_id, own_turn_id, other_turn_id, asked_by, asked_of, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (own_turn_id) WHERE state = 'asked' DO NOTHING`,
      [swapId, cycle.id, turnId, otherTurnId, me, other.clientId, platform.clock.now()],
    );
    if (!rowCount) return ok(null);
    const details = { name: cycle.name };
    const what = `swap/${swapId}`;
    const told = { cycleId: cycle.id, what, kind: "codev-swap-asked", details, by: me } as const;
    await tell(platform, client, told, [other.clientId]);
    return ok(null);
  });
}

type SwapRow = { cycleId: string; askedBy: string; askedOf: string };

async function openSwap(client: InCycle["client"] | Platform["pool"], id: string) {
  const { rows } = await client.query<SwapRow>(
    `SELECT cycle_id AS "cycleId", asked_by AS "askedBy", asked_of AS "askedOf"
     FROM codev_swap WHERE id = $1 AND state = 'asked'`,
    [id],
  );
  return rows[0];
}

export async function answerSwap(
  platform: Platform,
  actor: Actor,
  { swapId, agree }: CodevCommands["codev.answer-swap"],
): Promise<Result<null>> {
  const known = await openSwap(platform.pool, swapId);
  return inCycle(platform, actor, known?.cycleId, "participant", async (held) => {
    const { client, cycle, me } = held;
    // Read again now that the cycle is held: it may have been answered or taken back.
    const asked = await openSwap(client, swapId);
    if (asked?.askedOf !== me) return refuse("not-found");
    const end = (state: string) =>
      client.query("UPDATE codev_swap SET state = $2 WHERE id = $1", [swapId, state]);
    if (agree) {
      const changed = swap(await loadGroup(client, cycle.id), asked.askedBy, me);
      if (!changed.ok) return changed;
      await end("agreed");
      await saveGroup(client, cycle.id, changed.value);
      await tellPair(platform, held, `swapped/${swapId}`);
    } else {
      await end("declined");
    }
    const details = { name: cycle.name };
    const what = `swap-answered/${swapId}`;
    const told = { cycleId: cycle.id, what, kind: "codev-changed", details, by: me } as const;
    await tell(platform, client, told, [asked.askedBy]);
    return ok(null);
  });
}

export async function withdrawSwap(
  platform: Platform,
  actor: Actor,
  { swapId }: CodevCommands["codev.withdraw-swap"],
): Promise<Result<null>> {
  const known = await openSwap(platform.pool, swapId);
  return inCycle(platform, actor, known?.cycleId, "participant", async ({ client, me }) => {
    await client.query(
      `UPDATE codev_swap SET state = 'withdrawn'
       WHERE id = $1 AND asked_by = $2 AND state = 'asked'`,
      [swapId, me],
    );
    return ok(null);
  });
}
