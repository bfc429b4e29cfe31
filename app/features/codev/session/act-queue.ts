import type { Refusal } from "#domain/kernel/result.ts";
import type { CourseAct } from "#domain/codev/course.ts";
import type { CommandAnswer } from "#wire/protocol.ts";

/** What a facilitator pressed; who they are to the session is known to the server. */
export type QueuedAct = Omit<CourseAct, "by">;

export type QueueState = {
  /** Acts of this device that the room has not told yet, in order. */
  waiting: QueuedAct[];
  /** Why the last one came to nothing, where the server said so. */
  refusal?: Refusal;
};

type Send = (act: QueuedAct) => Promise<CommandAnswer>;

export const EMPTY_QUEUE: QueueState = { waiting: [] };

/** After a failure that is not a refusal, the next try (ms). */
const AGAIN_MS = 4_000;

/**
 * The acts of one device: kept in the browser until the server has them, sent one after the other
 * with the time at which they were done. A reload or a dead network loses none; sent twice, an act
 * is one.
 */
export class ActQueue {
  private state = EMPTY_QUEUE;
  private readonly sent = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private sending = false;

  constructor(
    private readonly sessionId: string,
    private readonly send: Send,
  ) {}

  readonly current = (): QueueState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what an earlier page of this device left. */
  start(): void {
    const kept = readKept(this.sessionId);
    const known = new Set(this.state.waiting.map(({ id }) => id));
    this.set({ waiting: [...kept.filter(({ id }) => !known.has(id)), ...this.state.waiting] });
    void this.work();
  }

  add(act: QueuedAct): void {
    this.set({ waiting: [...this.state.waiting, act] });
    void this.work();
  }

  /** The room told these: they need not be kept here. */
  heard(told: Readonly<Record<string, unknown>>): void {
    const waiting = this.state.waiting.filter(({ id }) => !told[id]);
    if (waiting.length < this.state.waiting.length) this.set({ ...this.state, waiting });
  }

  private async work(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let act = this.next(); act; act = this.next()) await this.trySend(act);
    } finally {
      this.sending = false;
    }
  }

  private next(): QueuedAct | undefined {
    return this.state.waiting.find(({ id }) => !this.sent.has(id));
  }

  private async trySend(act: QueuedAct): Promise<void> {
    try {
      const answer = await this.send(act);
      if (answer.ok) this.sent.add(act.id);
      else this.drop(act.id, answer.error);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  private drop(refused: string, refusal: Refusal): void {
    this.set({ waiting: this.state.waiting.filter(({ id }) => id !== refused), refusal });
  }

  private set(state: QueueState): void {
    this.state = state;
    keep(this.sessionId, state.waiting);
    for (const listener of this.listeners) listener();
  }
}

const keyOf = (sessionId: string) => `palabre-codev-${sessionId}`;

function readKept(sessionId: string): QueuedAct[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(sessionId)) ?? "[]") as QueuedAct[];
  } catch {
    return []; // storage may be forbidden: the queue then lives as long as the page
  }
}

function keep(sessionId: string, waiting: readonly QueuedAct[]): void {
  try {
    if (waiting.length > 0) localStorage.setItem(keyOf(sessionId), JSON.stringify(waiting));
    else localStorage.removeItem(keyOf(sessionId));
  } catch {
    // as above
  }
}
