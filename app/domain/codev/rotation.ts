import { type CodevSessionState, SIZE, type TurnState } from "./words.ts";

/** `lot`: the place drawn when the group was made; decides between two who are equal. */
export type Member = { id: string; lot: number; active: boolean };

export type Turn = { clientId: string; place: 1 | 2; state: TurnState };

/** One date of a cycle with its consultations. `excused`: who said that they cannot come. */
export type CycleDate = {
  id: string;
  position: number;
  spare: boolean;
  state: CodevSessionState;
  excused: readonly string[];
  turns: readonly Turn[];
};

/**
 * The ledger of a group. What always holds (rules 2.3): nobody is client twice while somebody who is
 * in the group has not been; nobody is planned on a date on which they cannot come.
 */
export type Group = { members: readonly Member[]; dates: readonly CycleDate[] };

/** How often each has been client, whoever left included. */
export function clientCounts({ members, dates }: Group): Map<string, number> {
  const counts = new Map(members.map(({ id }) => [id, 0]));
  for (const { clientId, state } of dates.flatMap(({ turns }) => turns)) {
    if (state === "served") counts.set(clientId, (counts.get(clientId) ?? 0) + 1);
  }
  return counts;
}

export function activeMembers(group: Group): Member[] {
  return group.members.filter(({ active }) => active);
}

/** The dates that are still to come, in order; an open one is under way. */
export function datesAhead(group: Group): CycleDate[] {
  return group.dates
    .filter(({ state }) => state === "planned" || state === "open")
    .toSorted((a, b) => a.position - b.position);
}

/** Those who may be client next: whoever has been least often, among all who are in the group. */
export function mayBeClient(group: Group): Set<string> {
  const counts = clientCounts(group);
  const active = activeMembers(group);
  const least = Math.min(...active.map(({ id }) => counts.get(id) ?? 0));
  return new Set(active.filter(({ id }) => counts.get(id) === least).map(({ id }) => id));
}

/**
 * Who could be client on a date, best first: whose date it is, then who is owed a turn, then how
 * urgent each says it is (higher first), then the lot. Never somebody whom the rotation does not allow.
 */
export function clientsFor(
  group: Group,
  dateId: string,
  { present, urgency = {} }: { present: readonly string[]; urgency?: Record<string, number> },
): string[] {
  const allowed = mayBeClient(group);
  const planned = plannedOn(group, dateId);
  const owed = new Set(missedOf(group));
  const rank = ({ id, lot }: Member) => [
    planned.includes(id) ? 0 : 1,
    owed.has(id) ? 0 : 1,
    -(urgency[id] ?? 0),
    lot,
  ];
  return activeMembers(group)
    .filter(({ id }) => allowed.has(id) && present.includes(id))
    .toSorted((a, b) => compareRanks(rank(a), rank(b)))
    .map(({ id }) => id);
}

/** Two consultations in one session: only when there are not more than two dates left (rules 2.5b). */
export function isLate(group: Group): boolean {
  return datesAhead(group).length <= 2;
}

/** With three left there is no consultation any more: merge, or close with a last session. */
export function isTooSmall(group: Group): boolean {
  return activeMembers(group).length < SIZE.least;
}

/** How many who are owed a turn have no date for it. */
export function datesMissing(group: Group): number {
  return withoutTurn(group).length;
}

/**
 * Gives each who has not been client and has no date the first one that is free to them: ordinary
 * dates, then spare ones, then the second place of the last two. Dates that somebody has stay theirs.
 */
export function plan(group: Group): Group {
  let dates = [...group.dates];
  for (const personId of withoutTurn({ ...group, dates })) {
    const found = placeFor({ ...group, dates }, personId);
    if (!found) continue;
    const turn: Turn = { clientId: personId, place: found.place, state: "planned" };
    dates = dates.map((date) =>
      date.id === found.dateId ? { ...date, turns: [...date.turns, turn] } : date,
    );
  }
  return { ...group, dates };
}

function placeFor(group: Group, personId: string): { dateId: string; place: 1 | 2 } | undefined {
  const ahead = datesAhead(group).filter(
    ({ state, excused }) => state === "planned" && !excused.includes(personId),
  );
  const free = ahead.filter(({ turns }) => !turns.some(isPlanned));
  const first = free.find(({ spare }) => !spare) ?? free[0];
  if (first) return { dateId: first.id, place: 1 };
  const last = new Set(datesAhead(group).slice(-2));
  const shared = ahead.find((date) => last.has(date) && date.turns.filter(isPlanned).length === 1);
  if (!shared) return undefined;
  const taken = shared.turns.find(isPlanned);
  return { dateId: shared.id, place: taken?.place === 1 ? 2 : 1 };
}

/** Those in the group who were never client and have no date: who is owed first, then by lot. */
function withoutTurn(group: Group): string[] {
  const counts = clientCounts(group);
  const planned = new Set(group.dates.flatMap(({ id }) => plannedOn(group, id)));
  const owed = missedOf(group);
  const rank = ({ id, lot }: Member) => [owed.includes(id) ? owed.indexOf(id) : owed.length, lot];
  return activeMembers(group)
    .filter(({ id }) => counts.get(id) === 0 && !planned.has(id))
    .toSorted((a, b) => compareRanks(rank(a), rank(b)))
    .map(({ id }) => id);
}

/** Whose date it is. */
export function plannedOn(group: Group, dateId: string): string[] {
  const date = group.dates.find(({ id }) => id === dateId);
  return (date?.turns ?? []).filter(isPlanned).map(({ clientId }) => clientId);
}

export const isPlanned = ({ state }: Turn) => state === "planned";

/** Who missed a turn and was not client since, by date. */
function missedOf(group: Group): string[] {
  const counts = clientCounts(group);
  return group.dates
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ turns }) => turns)
    .filter(({ state, clientId }) => state === "missed" && counts.get(clientId) === 0)
    .map(({ clientId }) => clientId);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
