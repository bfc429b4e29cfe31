import type { Refusal } from "#domain/kernel/result.ts";
import type { CODEV_SESSION_COMMANDS } from "#wire/codev-session.ts";
import type { CommandAnswer } from "#wire/protocol.ts";
import type { DeviceStore } from "./device-store.ts";

export type SessionCommand = keyof typeof CODEV_SESSION_COMMANDS;

/** What somebody did in a session on this device: a command, made once, with the time of the act. */
export type QueuedCommand = {
  id: string;
  type: SessionCommand;
  payload: Record<string, unknown>;
};

export type QueueState = {
  /** What was done here and is not yet told by the room, in order. */
  waiting: QueuedCommand[];
  /** How many of these the server has not answered. */
  unsent: number;
  /** Why something came to nothing, where the server said so. */
  refusal?: Refusal | undefined;
};

type Send = (command: QueuedCommand) => Promise<CommandAnswer>;

export const EMPTY_QUEUE: QueueState = { waiting: [], unsent: 0 };

/** Nothing was said of the act itself: it waits until whoever did it is let in again. */
const NOT_OF_THE_ACT = [
  "not-signed-in",
  "session-revoked",
  "too-many-requests",
  "protocol-version",
];

/** After a failure that is not a refusal, the next try (ms). */
const AGAIN_MS = 4_000;

/**
 * What was done on one device: kept there until the server has it, sent one after the other with the
 * time at which it was done. A reload or a dead network loses nothing; sent twice, it is done once.
 */
export class DeviceQueue {
  private state = EMPTY_QUEUE;
  private store: DeviceStore | undefined;
  private keeping: Promise<unknown> = Promise.resolve();
  private readonly sent = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private sending: string | undefined;

  constructor(private readonly send: Send) {}

  readonly current = (): QueueState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what an earlier page of this device left. */
  async start(store: DeviceStore): Promise<void> {
    const kept = (await store.read<QueuedCommand[]>("waiting")) ?? [];
    const known = new Set(this.state.waiting.map(({ id }) => id));
    this.store = store;
    this.set([...kept.filter(({ id }) => !known.has(id)), ...this.state.waiting]);
    void this.work();
  }

  /** `replaces`: what it makes void if that has not left yet, as an earlier state of one's notes. */
  add(command: QueuedCommand, replaces?: (earlier: QueuedCommand) => boolean): void {
    const stays = (one: QueuedCommand) =>
      this.sent.has(one.id) || one.id === this.sending || !replaces?.(one);
    this.set([...this.state.waiting.filter(stays), command], { refusal: undefined });
    void this.work();
  }

  /** What the page shows without this device's word need not be kept here. */
  heard(isTold: (command: QueuedCommand) => boolean): void {
    const isOver = (one: QueuedCommand) =>
      isTold(one) && (this.sent.has(one.id) || one.type === "codev-session.act");
    const waiting = this.state.waiting.filter((one) => !isOver(one));
    if (waiting.length < this.state.waiting.length) this.set(waiting);
  }

  private async work(): Promise<void> {
    if (this.sending !== undefined || !this.store) return;
    for (let command = this.next(); command; command = this.next()) {
      this.sending = command.id;
      await this.trySend(command);
      this.sending = undefined;
    }
  }

  private next(): QueuedCommand | undefined {
    return this.state.waiting.find(({ id }) => !this.sent.has(id));
  }

  private async trySend(command: QueuedCommand): Promise<void> {
    try {
      const answer = await this.send(command);
      if (answer.ok) {
        this.sent.add(command.id);
        const { refusal } = this.state;
        this.set(this.state.waiting, { refusal: isOfTheAct(refusal) ? refusal : undefined });
      } else if (!isOfTheAct(answer.error)) {
        this.set(this.state.waiting, { refusal: answer.error });
        await pause();
      } else {
        const others = this.state.waiting.filter(({ id }) => id !== command.id);
        // Of several the first says why; the others follow from it.
        this.set(others, { refusal: this.state.refusal ?? answer.error });
      }
    } catch {
      await pause();
    }
  }

  private set(waiting: QueuedCommand[], said: Pick<QueueState, "refusal"> = {}): void {
    const unsent = waiting.filter(({ id }) => !this.sent.has(id));
    this.state = { ...this.state, ...said, waiting, unsent: unsent.length };
    // One write after the other: the last one stays.
    this.keeping = this.keeping
      .then(() => this.store?.write("waiting", unsent))
      .catch(() => undefined);
    for (const listener of this.listeners) listener();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

function isOfTheAct(refusal: Refusal | undefined): boolean {
  return refusal !== undefined && !NOT_OF_THE_ACT.includes(refusal.code);
}
