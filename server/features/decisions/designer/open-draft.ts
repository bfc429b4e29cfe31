import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import { journal } from "../../../platform/journal.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { lockDecision } from "../repository.ts";
import { type DraftRow, readDraft } from "./draft-row.ts";

export type DraftAct = "draft.create" | "draft.update" | "draft.delete" | "draft.rehearse";

/** One act on a draft: locked, judged, told to the room; journalled but for what is typed in it. */
export function changeDraft<T>(
  platform: Platform,
  actor: Actor,
  { act, decisionId }: { act: DraftAct; decisionId: string },
  change: (client: PoolClient, draft: DraftRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  return prepare(platform, actor, act, async (client) => {
    if (!(await lockDecision(client, decisionId))) return refuse("not-found");
    const draft = await readDraft(client, decisionId);
    if (!draft) return refuse("not-found");
    return { assemblyId: draft.assembly_id, work: () => change(client, draft) };
  });
}

type Found<T> = { assemblyId: string; work: () => Promise<Result<T>> };

/** The same for an act that is not on a draft that exists. */
export async function prepare<T>(
  platform: Platform,
  actor: Actor,
  act: DraftAct,
  find: (client: PoolClient) => Promise<Found<T> | Extract<Result<never>, { ok: false }>>,
): Promise<Result<T>> {
  const result = await inTransaction(platform.pool, async (client): Promise<Result<T>> => {
    const found = await find(client);
    if ("ok" in found) return found;
    const { assemblyId, work } = found;
    if (!can(actor, "decision.prepare", assemblySubject(assemblyId))) return refuse("not-allowed");
    const done = await work();
    if (!done.ok) return done;
    if (act !== "draft.update") {
      await journal(client, {
        actorId: actor.kind === "person" ? actor.personId : null,
        action: act,
        subject: `assembly:${assemblyId}`,
        reason: "",
        at: platform.clock.now(),
      });
    }
    await platform.outbox.write(client, [{ topic: "room", room: `live-session/${assemblyId}` }]);
    return done;
  });
  if (result.ok) platform.outbox.kick();
  return result;
}
