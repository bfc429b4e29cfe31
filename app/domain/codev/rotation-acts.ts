import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import {
  activeMembers,
  clientCounts,
  type CycleDate,
  type Group,
  isLate,
  isPlanned,
  mayBeClient,
  type Member,
  plan,
  plannedOn,
  type Turn,
} from "./rotation.ts";
import { QUORUM_OF_CONSULTANTS, SIZE } from "./words.ts";

/** What is written of a session that took place: who was there, who was client. */
export function hold(
  group: Group,
  dateId: string,
  { present, clients }: { present: readonly string[]; clients: readonly string[] },
): Result<Group> {
  const date = group.dates.find(({ id }) => id === dateId);
  if (!date || (date.state !== "planned" && date.state !== "open")) return refuse("wrong-phase");
  const there = new Set(
    activeMembers(group)
      .map(({ id }) => id)
      .filter((id) => present.includes(id)),
  );
  if (there.size < 1 + QUORUM_OF_CONSULTANTS) {
    return refuse("quorum-missing", { needed: QUORUM_OF_CONSULTANTS, present: there.size });
  }
  const chosen = clientsAllowed(group, there, clients);
  if (!chosen.ok) return chosen;
  const served: Turn[] = clients.map((clientId, at) => ({
    clientId,
    place: at === 0 ? 1 : 2,
    state: "served",
  }));
  const missed = date.turns
    .filter(({ clientId, state }) => state === "planned" && !there.has(clientId))
    .map((turn): Turn => ({ ...turn, state: "missed" }));
  const kept = date.turns.filter(({ state }) => state === "missed");
  const held: CycleDate = { ...date, state: "closed", turns: [...kept, ...missed, ...served] };
  // Who was client before their own date does not have it any more.
  const others = group.dates.map((other) =>
    other.id === dateId ? held : withoutPlanned(other, (id) => clients.includes(id)),
  );
  return ok(plan({ ...group, dates: others }));
}

function clientsAllowed(
  group: Group,
  there: ReadonlySet<string>,
  clients: readonly string[],
): Result<null> {
  if (clients.length === 0 || new Set(clients).size !== clients.length) return refuse("bad-input");
  if (clients.length > 2 || (clients.length === 2 && !isLate(group))) {
    return refuse("codev-one-client");
  }
  if (clients.some((id) => !there.has(id))) return refuse("client-missing");
  let counts = clientCounts(group);
  for (const client of clients) {
    const least = Math.min(...activeMembers(group).map(({ id }) => counts.get(id) ?? 0));
    const count = counts.get(client) ?? 0;
    if (count > least) return refuse("turn-served");
    counts = new Map(counts).set(client, count + 1);
  }
  return ok(null);
}

/** A date that will not be: its clients have another one, the first that is free. */
export function postpone(group: Group, dateId: string): Result<Group> {
  const date = group.dates.find(({ id }) => id === dateId);
  if (!date || (date.state !== "planned" && date.state !== "open")) return refuse("wrong-phase");
  const dates = group.dates.map((other) =>
    other.id === dateId
      ? { ...withoutPlanned(other, () => true), state: "postponed" as const }
      : other,
  );
  return ok(plan({ ...group, dates }));
}

/** Who cannot come and was to be client is owed a turn; nobody else's date changes. */
export function excuse(group: Group, dateId: string, personId: string): Group {
  const dates = group.dates.map((date): CycleDate => {
    if (date.id !== dateId || date.excused.includes(personId)) return date;
    const turns = date.turns.map((turn): Turn => {
      const theirs = turn.clientId === personId && turn.state === "planned";
      return theirs ? { ...turn, state: "missed" } : turn;
    });
    return { ...date, excused: [...date.excused, personId], turns };
  });
  return plan({ ...group, dates });
}

/** Somebody comes after all. What was given to others meanwhile stays theirs. */
export function comeAfterAll(group: Group, dateId: string, personId: string): Group {
  const dates = group.dates.map((date) =>
    date.id === dateId ? { ...date, excused: date.excused.filter((id) => id !== personId) } : date,
  );
  return plan({ ...group, dates });
}

/** Takes a date without a client in place of one's own later one. */
export function takeDate(group: Group, dateId: string, personId: string): Result<Group> {
  const date = group.dates.find(({ id }) => id === dateId);
  if (date?.state !== "planned" || plannedOn(group, dateId).length > 0) {
    return refuse("codev-date-taken");
  }
  if (date.excused.includes(personId)) return refuse("codev-cannot-come");
  if (!mayBeClient(group).has(personId)) return refuse("turn-served");
  const dates = group.dates.map((other) => {
    const rest = withoutPlanned(other, (id) => id === personId);
    if (other.id !== dateId) return rest;
    const mine: Turn = { clientId: personId, place: 1, state: "planned" };
    return { ...rest, turns: [...rest.turns, mine] };
  });
  return ok(plan({ ...group, dates }));
}

/** Two clients change dates; both can come on the other's. */
export function swap(group: Group, one: string, other: string): Result<Group> {
  const dateOf = (personId: string) =>
    group.dates.find(
      ({ id, state }) => state === "planned" && plannedOn(group, id).includes(personId),
    );
  const [first, second] = [dateOf(one), dateOf(other)];
  if (!first || !second || first.id === second.id) return refuse("codev-nothing-to-swap");
  if (first.excused.includes(other) || second.excused.includes(one)) {
    return refuse("codev-cannot-come");
  }
  const changed: Record<string, string> = { [one]: other, [other]: one };
  const dates = group.dates.map((date) => ({
    ...date,
    turns: date.turns.map((turn) =>
      turn.state === "planned"
        ? { ...turn, clientId: changed[turn.clientId] ?? turn.clientId }
        : turn,
    ),
  }));
  return ok({ ...group, dates });
}

/** Somebody leaves; the dates that were theirs are free. */
export function leave(group: Group, personId: string): Group {
  const members = group.members.map((member) =>
    member.id === personId ? { ...member, active: false } : member,
  );
  const dates = group.dates.map((date) => withoutPlanned(date, (id) => id === personId));
  return plan({ members, dates });
}

/** Newcomers: at the beginning or before the second session, while there is room (rules 2.3). */
export function join(group: Group, member: Member): Result<Group> {
  const held = group.dates.filter(({ state }) => state === "closed" || state === "open").length;
  if (held > 1) return refuse("codev-too-late");
  if (activeMembers(group).length >= SIZE.most) return refuse("codev-group-full");
  const others = group.members.filter(({ id }) => id !== member.id);
  return ok(plan({ ...group, members: [...others, member] }));
}

function withoutPlanned(date: CycleDate, of: (personId: string) => boolean): CycleDate {
  const turns = date.turns.filter((turn) => !isPlanned(turn) || !of(turn.clientId));
  return { ...date, turns };
}
