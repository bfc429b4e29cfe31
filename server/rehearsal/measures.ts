import {
  percentilesOf,
  REHEARSAL_TIMES,
  type Breakage,
  type RehearsalReport,
  type RehearsalTime,
} from "#domain/live-session/rehearsal.ts";

/** What is written down while a rehearsal runs. */
export class Measures {
  readonly network = { lost: 0, since: 0, anew: 0 };
  private readonly times = new Map<RehearsalTime, number[]>();
  private readonly expected = new Map<string, number>();
  private readonly broken = new Map<Breakage, { count: number; example: string }>();

  time(what: RehearsalTime, ms: number): void {
    const times = this.times.get(what);
    if (times) times.push(ms);
    else this.times.set(what, [ms]);
  }

  expect(code: string): void {
    this.expected.set(code, (this.expected.get(code) ?? 0) + 1);
  }

  breaks(what: Breakage, example: string, count = 1): void {
    const before = this.broken.get(what);
    this.broken.set(what, {
      count: (before?.count ?? 0) + count,
      example: before?.example ?? example,
    });
  }

  sum(): Pick<RehearsalReport, "times" | "network" | "expected" | "broken"> {
    const times: RehearsalReport["times"] = {};
    for (const what of REHEARSAL_TIMES) {
      const values = this.times.get(what);
      if (values) times[what] = percentilesOf(values);
    }
    return {
      times,
      network: this.network,
      expected: Object.fromEntries(this.expected),
      broken: [...this.broken].map(([what, more]) => ({ what, ...more })),
    };
  }
}
