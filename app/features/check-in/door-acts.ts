import type { DoorAct, DoorOutcome, DoorStanding } from "#wire/check-in.ts";

export type Passing = Exclude<DoorAct, { kind: "undo" }>;

/** An act of this device, kept until the server has an outcome for it. */
export type KeptAct = { assemblyId: string; act: DoorAct; name: string };

/** What the page shows of what was done here. */
export type RecentAct = {
  id: string;
  personId: string;
  name: string;
  kind: "arrive" | "leave";
  at: number;
  undone: boolean;
};

export type Standings = Record<string, DoorStanding>;

/** How many acts stay in sight, to be taken back. */
const RECENT = 12;

/**
 * Where people are with the acts that have not been sent: what the server said last, then what this
 * device did since, in the order of its hours.
 */
export function withWaiting(known: Standings, waiting: readonly KeptAct[]): Standings {
  const undone = new Set(waiting.flatMap(({ act }) => (act.kind === "undo" ? [act.undoes] : [])));
  const standings = { ...known };
  const passings = waiting
    .map(({ act }) => act)
    .filter((act): act is Passing => act.kind !== "undo" && !undone.has(act.id))
    .sort((one, other) => one.at - other.at);
  for (const { personId, kind, siteId, at } of passings) {
    if ((standings[personId]?.at ?? 0) > at) continue;
    standings[personId] =
      kind === "arrive" ? { present: true, at, siteId } : { present: false, at };
  }
  return standings;
}

/** One more act on top; one that was taken back stays, marked. */
export function noteRecent(recent: readonly RecentAct[], { act, name }: KeptAct): RecentAct[] {
  if (act.kind === "undo") {
    return recent.map((one) => (one.id === act.undoes ? { ...one, undone: true } : one));
  }
  const { id, personId, kind, at } = act;
  return [{ id, personId, name, kind, at, undone: false }, ...recent].slice(0, RECENT);
}

/** An act that the server did not keep, to be told to whoever noted it. */
export type NotKept = { id: string; name: string; outcome: Exclude<DoorOutcome, "kept"> };

export function notKept(
  acts: readonly KeptAct[],
  outcomes: Record<string, DoorOutcome>,
): NotKept[] {
  return acts.flatMap(({ act: { id }, name }) => {
    const outcome = outcomes[id];
    return outcome && outcome !== "kept" ? [{ id, name, outcome }] : [];
  });
}
