import type { IncomingMessage } from "node:http";
import { Gate } from "./gate.ts";

/** Handshakes in one turn of the event loop: a page that loads meanwhile waits this long at most. */
const AT_ONCE = 2;
/** Newcomers whose session is read, and rooms that are read, at the same time. */
const ADMITTING = 2;
const JOINING = 3;
/** While more joins than this wait, nobody else is admitted: who is in gets an answer in time. */
const MOST_WAITING = 32;

/**
 * When a whole assembly comes back at once, it comes in through here: a few at a time, in order, so
 * that votes and pages are served meanwhile and no more than a quarter of the database connections are
 * taken by those who come in (docs/protocol.md, "When everybody comes back at once").
 */
export class Door {
  private readonly admissions = new Gate(ADMITTING);
  private readonly joins = new Gate(JOINING);
  private readonly knocking: { request: IncomingMessage; open: () => void }[] = [];

  /** `open` is called when it is this handshake's turn; not where its sender has given up. */
  knock(request: IncomingMessage, open: () => void): void {
    this.knocking.push({ request, open });
    if (this.knocking.length === 1) setImmediate(() => this.openToSome());
  }

  /** Reads who a newcomer is, once those before are in. */
  admit<T>(work: () => Promise<T>): Promise<T> {
    return this.admissions.pass(async () => {
      await this.joins.untilShort(MOST_WAITING);
      return work();
    });
  }

  join<T>(work: () => Promise<T>): Promise<T> {
    return this.joins.pass(work);
  }

  private openToSome(): void {
    for (let opened = 0; opened < AT_ONCE && this.knocking.length > 0; ) {
      const [next] = this.knocking.splice(0, 1);
      if (!next || next.request.socket.destroyed) continue;
      next.open();
      opened += 1;
    }
    if (this.knocking.length > 0) setImmediate(() => this.openToSome());
  }
}
