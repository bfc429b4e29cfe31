/** One vote of the rehearsal. */
export type RehearsedVote = {
  /** When the chair sent its opening (performance.now()). */
  openedAt?: number;
  closed: Promise<void>;
  close: () => void;
};

/** What everybody in a rehearsal knows: the script, as the chair plays it. */
export class Stage {
  /** Published, and open to support. */
  readonly questions = new Set<string>();
  readonly votes: ReadonlyMap<string, RehearsedVote>;
  readonly over: Promise<void>;
  end: () => void = () => undefined;

  constructor(
    readonly assemblyId: string,
    decisionIds: readonly string[],
  ) {
    this.over = new Promise((resolve) => (this.end = resolve));
    this.votes = new Map(
      decisionIds.map((id) => {
        let close: () => void = () => undefined;
        const closed = new Promise<void>((resolve) => (close = resolve));
        return [id, { closed, close: () => close() }];
      }),
    );
  }
}
