/** What can happen to a membership; the same list as the database's. */
export const MEMBERSHIP_EVENT_KINDS = [
  "admitted",
  "refused",
  "resigned",
  "excluded",
  "left_by_right",
  "deceased",
  "category_changed",
  "shares_changed",
] as const;
export type MembershipEventKind = (typeof MEMBERSHIP_EVENT_KINDS)[number];

/** Kinds that end a membership. */
export const DEPARTURES = ["resigned", "excluded", "left_by_right", "deceased"] as const;
export type Departure = (typeof DEPARTURES)[number];

export type MembershipEvent = {
  personId: string;
  kind: MembershipEventKind;
  categoryId?: string | null;
  /** Shares held after the event. */
  shares?: number | null;
  /** ISO date from which it counts; null while it is recorded and has no effect. */
  effectiveOn: string | null;
};

/** What a member is on a day. */
export type Standing = { categoryId: string; shares: number; since: string };

function isDeparture(kind: MembershipEventKind): kind is Departure {
  return DEPARTURES.some((departure) => departure === kind);
}

/**
 * Members on a day, from the events in the order in which they were recorded. A resignation that
 * has not taken effect leaves a member with every right (rules §1.4), and so does a pending exclusion.
 */
export function membersAsOf(
  events: readonly MembershipEvent[],
  asOf: string,
): Map<string, Standing> {
  const members = new Map<string, Standing>();
  const lastKnown = new Map<string, Standing>();
  for (const event of effective(events, asOf)) {
    const standing = standingAfter(event, lastKnown.get(event.personId));
    lastKnown.set(event.personId, standing);
    if (isDeparture(event.kind)) members.delete(event.personId);
    else if (event.kind === "admitted" || members.has(event.personId)) {
      members.set(event.personId, standing);
    }
  }
  return members;
}

type EffectiveEvent = MembershipEvent & { effectiveOn: string };

function standingAfter(event: EffectiveEvent, before: Standing | undefined): Standing {
  const earlier = before ?? { categoryId: "", shares: 0, since: event.effectiveOn };
  return {
    categoryId: event.categoryId ?? earlier.categoryId,
    shares: event.shares ?? earlier.shares,
    since: event.kind === "admitted" ? event.effectiveOn : earlier.since,
  };
}

function effective(events: readonly MembershipEvent[], asOf: string) {
  return events
    .filter((event): event is EffectiveEvent =>
      event.effectiveOn === null ? false : event.effectiveOn <= asOf,
    )
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
}

/** How many members, of which category, with how many shares. */
export type Stock = { total: number; byCategory: Record<string, number>; shares: number };

export function stockAsOf(events: readonly MembershipEvent[], asOf: string): Stock {
  const stock: Stock = { total: 0, byCategory: {}, shares: 0 };
  for (const { categoryId, shares } of membersAsOf(events, asOf).values()) {
    stock.total += 1;
    stock.shares += shares;
    stock.byCategory[categoryId] = (stock.byCategory[categoryId] ?? 0) + 1;
  }
  return stock;
}

/** Entries and departures of a period. */
export type Movements = Record<"admitted" | Departure, number>;

/** Movements that took effect from one day to another, both included (ISO dates). */
export function movementsBetween(
  events: readonly MembershipEvent[],
  from: string,
  to: string,
): Movements {
  const movements: Movements = {
    admitted: 0,
    resigned: 0,
    excluded: 0,
    left_by_right: 0,
    deceased: 0,
  };
  for (const { kind, effectiveOn } of events) {
    if (effectiveOn === null || effectiveOn < from || effectiveOn > to) continue;
    if (kind === "admitted" || isDeparture(kind)) movements[kind] += 1;
  }
  return movements;
}

export type RollForward = Movements & {
  opening: number;
  /** What the movements make of the opening. */
  expected: number;
  /** What was published, or counted. */
  declared: number;
  /** Declared less expected. Shown as it is: nobody forces a balance (V9). */
  unexplained: number;
};

/** A year's stock from the one before, with the difference that nothing explains on its own line. */
export function rollForward(
  opening: number,
  movements: Partial<Movements>,
  declared: number,
): RollForward {
  const { admitted = 0, resigned = 0, excluded = 0, left_by_right = 0, deceased = 0 } = movements;
  const expected = opening + admitted - resigned - excluded - left_by_right - deceased;
  return {
    opening,
    admitted,
    resigned,
    excluded,
    left_by_right,
    deceased,
    expected,
    declared,
    unexplained: declared - expected,
  };
}
