import type { Interval, Passage } from "./interval.ts";

type Known = {
  /** The intervals of this person that are on record. */
  recorded: readonly Interval[];
  /** What doors know, in any order, the late and the repeated included. */
  passages: readonly Passage[];
  /** What was taken back: it made part of what is on record, and counts no more. */
  undone?: readonly Passage[];
  /** Sites that end by themselves, with their hour: stops of a tour are over before the day. */
  endsOf?: ReadonlyMap<string, number>;
  /** When the session was closed for all; nobody is present after it. */
  closedAt?: number;
};

/**
 * Presence as intervals in which somebody is in one place at a time, however late and in whatever
 * order doors report. Coming in somewhere ends being elsewhere. A person in a room who opens the
 * session on a phone stays in the room. Working it out again from its own result and the same
 * passages changes nothing.
 */
export function presenceOf(known: Known): Interval[] {
  const { endsOf, closedAt } = known;
  const intervals: Interval[] = [];
  let open: Interval | undefined;
  const endOf = ({ siteId }: Interval) => endsOf?.get(siteId ?? "");
  const close = (at: number) => {
    if (!open) return;
    const to = Math.min(at, endOf(open) ?? at);
    if (to > open.from) intervals.push({ ...open, to });
    open = undefined;
  };

  for (const passage of inOrder(known)) {
    if (open && passage.at >= (endOf(open) ?? Infinity)) close(passage.at);
    if (passage.kind === "leave") {
      close(passage.at);
    } else if (!open || moves(open, passage)) {
      close(passage.at);
      open = begun(passage);
    }
  }
  if (!open) return intervals;
  const last = endOf(open) ?? closedAt;
  if (last === undefined) return [...intervals, open];
  close(last);
  return intervals;
}

type Arrival = Passage & { kind: "arrive" };

function begun({ at, siteId, channel }: Arrival): Interval {
  return { from: at, ...(siteId ? { siteId } : {}), channel };
}

function moves(open: Interval, passage: Arrival): boolean {
  return passage.siteId !== undefined && passage.siteId !== open.siteId;
}

/** Everything that happened, by the hour; who leaves one place for another leaves first. */
function inOrder({ recorded, passages, undone = [], closedAt = Infinity }: Known): Passage[] {
  const before = passagesOf(recorded).filter(
    (passage) => !undone.some((other) => isSame(passage, other)),
  );
  const inSession = [...before, ...passages].filter(({ at }) => at < closedAt);
  return inSession.sort(
    (one, other) =>
      one.at - other.at || Number(one.kind === "arrive") - Number(other.kind === "arrive"),
  );
}

/** An interval that ends where the next begins was ended by that arrival, not by a departure. */
function passagesOf(recorded: readonly Interval[]): Passage[] {
  const begun = new Set(recorded.map(({ from }) => from));
  return recorded.flatMap(({ from, to, siteId, channel }): Passage[] => {
    const arrival: Passage = { kind: "arrive", at: from, ...(siteId ? { siteId } : {}), channel };
    return to === undefined || begun.has(to) ? [arrival] : [arrival, { kind: "leave", at: to }];
  });
}

function isSame(one: Passage, other: Passage): boolean {
  if (one.kind !== other.kind || one.at !== other.at) return false;
  return one.kind === "leave" || other.kind === "leave" || one.siteId === other.siteId;
}

/**
 * The presence of a legal person: from the first of its representatives to come until the last one
 * goes (rules 1.4), where the one who was there first is.
 */
export function presenceOfRepresented(representatives: readonly Interval[][]): Interval[] {
  const all = representatives.flat().sort((one, other) => one.from - other.from);
  const joined: Interval[] = [];
  for (const interval of all) {
    const last = joined.at(-1);
    if (!last || (last.to !== undefined && last.to < interval.from)) {
      joined.push({ ...interval });
    } else if (last.to !== undefined && (interval.to === undefined || interval.to > last.to)) {
      // The first one went; whoever is still there stands for it, where they are.
      if (last.siteId === interval.siteId) setEnd(last, interval.to);
      else joined.push({ ...interval, from: last.to });
    }
  }
  return joined;
}

function setEnd(interval: Interval, to: number | undefined): void {
  if (to === undefined) delete interval.to;
  else interval.to = to;
}
