import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { HandKind, SpeakingChannel } from "#domain/live-session/speaking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { floorOf, peopleWaiting } from "./hands.ts";

/**
 * Raises one's hand. Raising it again is no second hand: it stays where it was in the queue. A
 * point of order is taken even where the floor is closed; somebody who waits for the floor and has
 * one to make moves ahead with it. Where they speak from is what the doors know.
 */
export function raiseHand(
  platform: Platform,
  actor: Actor,
  { assemblyId, kind, language }: { assemblyId: string; kind: HandKind; language: Language },
): Promise<Result<null>> {
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { open } = await floorOf(client, assemblyId);
    if (!open && kind === "contribution") return refuse("floor-closed");
    const { rowCount } = await client.query(
      `INSERT INTO hand (assembly_id, item_id, person_id, kind, channel, language, raised_at)
       SELECT $1, $2, $3, $4, CASE WHEN s.kind <> 'online' THEN 'room' ELSE 'remote' END, $5, $6
       FROM attendance t LEFT JOIN site s ON s.id = t.site_id
       WHERE t.assembly_id = $1 AND t.person_id = $3 AND t.left_at IS NULL
       ON CONFLICT (assembly_id, person_id) WHERE state IN ('raised', 'speaking')
       DO UPDATE SET kind = CASE WHEN hand.state = 'raised' THEN EXCLUDED.kind ELSE hand.kind END,
         language = EXCLUDED.language`,
      [assemblyId, assembly.currentItemId, personId, kind, language, platform.clock.now()],
    );
    if (rowCount === 0) return refuse("not-present");
    return ok({ value: null, persons: await peopleWaiting(client, assemblyId) });
  });
}

/** Takes one's hand down; where it is down already, nothing happens. */
export function lowerHand(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, _, { personId }) => {
    await client.query(
      `UPDATE hand SET state = 'lowered', ended_at = $3
       WHERE assembly_id = $1 AND person_id = $2 AND state = 'raised'`,
      [assemblyId, personId, platform.clock.now()],
    );
    const waiting = await peopleWaiting(client, assemblyId);
    return ok({ value: null, persons: [personId, ...waiting] });
  });
}

/** A voice in a room without an account: the bureau notes its name, which everybody will hear. */
export function noteHand(
  platform: Platform,
  actor: Actor,
  hand: {
    assemblyId: string;
    name: string;
    kind: HandKind;
    channel: SpeakingChannel;
    language: Language;
  },
): Promise<Result<null>> {
  const { assemblyId, name, kind, channel, language } = hand;
  const change = { action: "floor.queue", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    await client.query(
      `INSERT INTO hand (assembly_id, item_id, name, kind, channel, language, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [assemblyId, assembly.currentItemId, name, kind, channel, language, platform.clock.now()],
    );
    return ok({ value: null, persons: await peopleWaiting(client, assemblyId) });
  });
}
