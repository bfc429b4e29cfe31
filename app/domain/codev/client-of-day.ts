import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import { type CycleDate, type Group, isPlanned, mayBeClient, plan, plannedOn } from "./rotation.ts";

/**
 * Another client on a date than the one whose turn it was: the two change dates, and where the first
 * cannot come on the other's, their turn is owed and finds the next date that is free (rules §2.3).
 */
export function chooseClient(group: Group, dateId: string, personId: string): Result<Group> {
  const [first, ...others] = plannedOn(group, dateId);
  if (first === personId || others.includes(personId)) return ok(group);
  if (!mayBeClient(group).has(personId)) return refuse("turn-served");
  const dates = group.dates.map((date): CycleDate => {
    if (date.id === dateId) return withClient(date, first, personId);
    if (!plannedOn(group, date.id).includes(personId)) return date;
    return withClient(date, personId, date.excused.includes(first ?? "") ? undefined : first);
  });
  return ok(plan({ ...group, dates }));
}

/** A session that ended before the group consulted: the turn is owed. */
export function endWithoutConsultation(group: Group, dateId: string): Group {
  const dates = group.dates.map((date): CycleDate => {
    if (date.id !== dateId) return date;
    const turns = date.turns.map((turn) =>
      isPlanned(turn) ? { ...turn, state: "missed" as const } : turn,
    );
    return { ...date, state: "closed", turns };
  });
  return plan({ ...group, dates });
}

/** A date on which `after` is client in place of `before`; neither is, where there is none. */
function withClient(
  date: CycleDate,
  before: string | undefined,
  after: string | undefined,
): CycleDate {
  const turn = date.turns.find((one) => isPlanned(one) && one.clientId === before);
  const rest = date.turns.filter((one) => one !== turn);
  if (!after) return { ...date, turns: rest };
  return {
    ...date,
    turns: [...rest, { clientId: after, place: turn?.place ?? 1, state: "planned" }],
  };
}
