import type { Delta } from "../../app/wire/protocol.ts";

/** What one member was told, and when. */
export class CountReader {
  private readonly counts = new Map<string, { supports: number; at: number }>();
  private readonly arrivals: number[] = [];

  receive(delta: Delta): void {
    const now = performance.now();
    this.arrivals.push(now);
    const questions = (delta.changes["questions"] ?? {}) as Record<string, { supports?: number }>;
    for (const [id, change] of Object.entries(questions)) {
      if (change.supports !== undefined)
        this.counts.set(id, { supports: change.supports, at: now });
    }
  }

  /** When the last count became final; infinity where one never did. */
  finalAt(finals: ReadonlyMap<string, number>): number {
    let latest = 0;
    for (const [id, supports] of finals) {
      if (supports === 0) continue;
      const known = this.counts.get(id);
      if (known?.supports !== supports) return Number.POSITIVE_INFINITY;
      latest = Math.max(latest, known.at);
    }
    return latest;
  }

  /** Over any window of one second. */
  mostInOneSecond(): number {
    let most = 0;
    let start = 0;
    this.arrivals.forEach((at, end) => {
      while (at - (this.arrivals[start] ?? at) >= 1_000) start += 1;
      most = Math.max(most, end - start + 1);
    });
    return most;
  }
}
