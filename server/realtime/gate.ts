type Pass = () => void;

/** Lets work through a few at a time, in the order in which it came. */
export class Gate {
  private passing = 0;
  private readonly queue: Pass[] = [];
  private readonly watchers: { most: number; go: Pass }[] = [];

  /** `width`: how many may pass at the same time. */
  constructor(private readonly width: number) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.passing < this.width) this.passing += 1;
    else await new Promise<void>((go) => this.queue.push(go));
    try {
      return await work();
    } finally {
      // The place is handed on: `passing` stays as it is where somebody waits.
      const next = this.queue.shift();
      if (next) next();
      else this.passing -= 1;
      this.tellWatchers();
    }
  }

  /** Resolves once no more than `most` are waiting. */
  async untilShort(most: number): Promise<void> {
    if (this.queue.length <= most) return;
    await new Promise<void>((go) => this.watchers.push({ most, go }));
  }

  private tellWatchers(): void {
    while (this.watchers[0] && this.queue.length <= this.watchers[0].most) {
      this.watchers.shift()?.go();
    }
  }
}
