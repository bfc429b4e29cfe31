import type { RegisterProblemCode, RegisterRow } from "./register-csv.ts";
import type { Departure, MembershipEvent } from "./stock.ts";
import { DEPARTURES } from "./stock.ts";

/** What the register holds of a person before an import. */
export type KnownPerson = Pick<
  RegisterRow,
  "kind" | "givenName" | "familyName" | "officeId" | "email" | "postal"
>;
export type KnownEvent = Omit<MembershipEvent, "personId">;

/** What a line of a file would do to the register. Nothing is ever rewritten: events are added. */
export type RegisterChange = { personChanges: boolean; events: KnownEvent[] };

export type Conflict = { column: "admitted_on" | "left_on"; code: RegisterProblemCode };

/**
 * What a line says that the register does not know yet. An empty cell says nothing. A past that
 * the file tells otherwise is a conflict: somebody has to look, no import settles it.
 * `today` is the day on which a change of category or shares takes effect.
 */
export function changesOf(
  row: RegisterRow,
  known: { person: KnownPerson; events: readonly KnownEvent[] } | undefined,
  today: string,
): { ok: true; change: RegisterChange } | { ok: false; conflict: Conflict } {
  if (!known) return { ok: true, change: { personChanges: true, events: membershipOf(row) } };
  const history = currentMembership(known.events);
  const personChanges = differs(row, known.person);
  if (!history || endedBefore(history, row.admittedOn)) {
    return { ok: true, change: { personChanges, events: membershipOf(row) } };
  }
  if (history.admittedOn !== row.admittedOn) {
    return { ok: false, conflict: { column: "admitted_on", code: "admission-differs" } };
  }
  if (history.left) {
    const same = row.left?.on === history.left.on && row.left.as === history.left.as;
    if (!same) return { ok: false, conflict: { column: "left_on", code: "departure-differs" } };
    return { ok: true, change: { personChanges, events: [] } };
  }
  return {
    ok: true,
    change: {
      personChanges,
      events: row.left ? [departure(row.left, row)] : movements(row, history, today),
    },
  };
}

type Membership = {
  admittedOn: string;
  categoryId?: string | null;
  shares?: number | null;
  left?: { on: string; as: Departure };
};

/** The last membership that events tell of, in the order in which they take effect. */
function currentMembership(events: readonly KnownEvent[]): Membership | undefined {
  let membership: Membership | undefined;
  for (const event of events) {
    if (event.effectiveOn === null) continue;
    if (event.kind === "admitted") {
      const { categoryId, shares } = event;
      membership = { admittedOn: event.effectiveOn, categoryId, shares };
    } else if (membership && isDeparture(event.kind)) {
      membership.left = { on: event.effectiveOn, as: event.kind };
    } else if (membership) {
      membership.categoryId = event.categoryId ?? membership.categoryId;
      membership.shares = event.shares ?? membership.shares;
    }
  }
  return membership;
}

function isDeparture(kind: KnownEvent["kind"]): kind is Departure {
  return DEPARTURES.some((departure) => departure === kind);
}

/** Somebody who left may come back: the file then tells of a later admission. */
function endedBefore({ left }: Membership, admittedOn: string): boolean {
  return left !== undefined && left.on <= admittedOn;
}

function differs(row: RegisterRow, known: KnownPerson): boolean {
  return (
    row.kind !== known.kind ||
    row.givenName !== known.givenName ||
    row.familyName !== known.familyName ||
    (row.officeId !== undefined && row.officeId !== known.officeId) ||
    (row.email !== undefined && row.email !== known.email) ||
    (row.postal !== "" && row.postal !== known.postal)
  );
}

function membershipOf(row: RegisterRow): KnownEvent[] {
  const { categoryId, shares, admittedOn: effectiveOn } = row;
  const admitted: KnownEvent = { kind: "admitted", categoryId, shares, effectiveOn };
  return row.left ? [admitted, departure(row.left, row)] : [admitted];
}

function departure(left: { on: string; as: Departure }, row: RegisterRow): KnownEvent {
  return { kind: left.as, categoryId: row.categoryId, shares: 0, effectiveOn: left.on };
}

function movements(row: RegisterRow, known: Membership, today: string): KnownEvent[] {
  const { categoryId, shares } = row;
  const events: KnownEvent[] = [];
  if (categoryId !== known.categoryId) {
    events.push({ kind: "category_changed", categoryId, shares: null, effectiveOn: today });
  }
  if (shares !== known.shares) {
    events.push({ kind: "shares_changed", categoryId: null, shares, effectiveOn: today });
  }
  return events;
}
