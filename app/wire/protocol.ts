import { z } from "zod";
import type { Refusal } from "../domain/kernel/result.ts";
import type { JsonObject } from "../domain/kernel/json.ts";
import type { MergePatch } from "./merge-patch.ts";
import type { CommandMap } from "./commands.ts";

/**
 * The live protocol (docs/protocol.md). One namespace, three messages: `join` and `command` from
 * the browser, `delta` from the server. A browser that speaks another version is told to reload.
 */
export const PROTOCOL_VERSION = 1;

/** A message larger than this is refused and the socket closed (bytes). */
export const MAX_MESSAGE_BYTES = 16_384;

/** The server repeats `seq` of each joined room this often (ms): a lost last delta shows. */
export const HEARTBEAT_MS = 2_000;

/** Least time between two deltas of one room (ms): three a second, so that four are never exceeded. */
export const TICK_MS = 320;

export const JoinMessage = z.strictObject({
  room: z.string().max(120),
  since: z.int().nonnegative().optional(),
});
export type JoinMessage = z.infer<typeof JoinMessage>;

export const LeaveMessage = z.strictObject({ room: z.string().max(120) });

export const CommandMessage = z.strictObject({
  id: z.uuid(),
  type: z.string().max(60),
  payload: z.unknown(),
});

export type Delta = {
  room: string;
  /** The sequence number this change starts from; a reader at another number joins again. */
  from: number;
  seq: number;
  changes: MergePatch;
};

export type JoinAnswer =
  | { ok: true; seq: number; snapshot: JsonObject; now: number }
  | { ok: true; seq: number; deltas: Delta[]; now: number }
  | { ok: false; error: Refusal };

export type CommandAnswer<R = unknown> = { ok: true; result: R } | { ok: false; error: Refusal };

/** What the browser may send. */
export type ClientToServer = {
  join: (message: JoinMessage, ack: (answer: JoinAnswer) => void) => void;
  leave: (message: { room: string }) => void;
  command: <T extends keyof CommandMap>(
    message: { id: string; type: T; payload: CommandMap[T]["payload"] },
    ack: (answer: CommandAnswer<CommandMap[T]["result"]>) => void,
  ) => void;
};

/** What the server may send. `now` is the server's clock in ms: timers run on it. */
export type ServerToClient = {
  delta: (delta: Delta) => void;
  heartbeat: (beat: { now: number; seqs: Record<string, number> }) => void;
  /** Rights changed or the session ended: join again, or sign in again. */
  refused: (error: Refusal) => void;
};

/** Rooms by name. One room is one audience: each has its own redacted view and its own seq. */
export const SESSION_AUDIENCES = ["member", "moderator", "chair", "screen", "mine"] as const;
export type SessionAudience = (typeof SESSION_AUDIENCES)[number];

/** The room of one audience of an assembly's live session: `live-session/<assemblyId>/<audience>`. */
export function sessionRoom(assemblyId: string, audience: SessionAudience): string {
  return `live-session/${assemblyId}/${audience}`;
}
