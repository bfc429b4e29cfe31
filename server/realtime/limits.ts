import type { LiveServer, LiveSocket } from "./sockets.ts";

/** Messages of one socket: a second, and at once. */
const MESSAGES_PER_SECOND = 20;
const BURST = 60;
/** A join asks for a whole view: it weighs as much as this many other messages. */
const JOIN_COSTS = 4;
/** A reader that leaves this much unread is cut off; its browser comes back with `since`. */
const MAX_UNREAD_PACKETS = 400;
const MAX_UNREAD_BYTES = 2 * 1024 * 1024;
/** Tabs, devices and connections not yet given up of one person, in one process. */
const MAX_SOCKETS_OF_A_PERSON = 100;
/** A goodbye is heard in this time (ms), or never. */
const GOODBYE_MS = 1_000;

/** Messages a socket may still send; refilled with time. */
export type Allowance = { left: number; refilledAt: number };

type Unsent = { data?: unknown };
type Wire = { bufferedAmount: number; terminate: () => void };
type Engine = { writeBuffer: readonly Unsent[]; transport: { socket?: Wire } };

/** A token bucket: false once it is empty. */
export function takeAllowance(allowance: Allowance, event: unknown, now: number): boolean {
  const gained = ((now - allowance.refilledAt) / 1_000) * MESSAGES_PER_SECOND;
  const cost = event === "join" ? JOIN_COSTS : 1;
  allowance.left = Math.min(BURST, allowance.left + gained) - cost;
  allowance.refilledAt = now;
  return allowance.left >= 0;
}

/** Ends a socket that harms: who does not even read the goodbye is gone a second later. */
export function cutOff(socket: LiveSocket): void {
  const wire = engineOf(socket).transport.socket;
  socket.disconnect(true);
  setTimeout(() => wire?.terminate(), GOODBYE_MS).unref();
}

/** Ends the sockets that leave too much unread: what waits for them is this process's memory. */
export function cutOffSlowReaders(io: LiveServer): void {
  for (const socket of io.sockets.sockets.values()) if (isSlow(engineOf(socket))) cutOff(socket);
}

function isSlow({ writeBuffer, transport }: Engine): boolean {
  if (writeBuffer.length > MAX_UNREAD_PACKETS) return true;
  const handedOver = transport.socket?.bufferedAmount ?? 0;
  const unsent = writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), handedOver);
  return unsent > MAX_UNREAD_BYTES;
}

function sizeOf(data: unknown): number {
  return typeof data === "string" ? data.length : 0;
}

function engineOf(socket: LiveSocket): Engine {
  return socket.conn as unknown as Engine;
}

/** How many sockets each person has in this process. */
export class SocketsOfPersons {
  private readonly open = new Map<string, number>();

  /** False where this person has too many already. */
  enter(personId: string): boolean {
    const count = this.open.get(personId) ?? 0;
    if (count >= MAX_SOCKETS_OF_A_PERSON) return false;
    this.open.set(personId, count + 1);
    return true;
  }

  leave(personId: string): void {
    const count = (this.open.get(personId) ?? 0) - 1;
    if (count > 0) this.open.set(personId, count);
    else this.open.delete(personId);
  }
}
