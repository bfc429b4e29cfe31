/**
 * An assembly of workers is apart (rules 5.7): a right that somebody holds over the whole platform
 * gives none in it. Rights are judged from the id of the body alone, so the id says it: its third
 * group is this one, which no identifier of a time or of chance has. The database holds the kind of
 * an assembly to it.
 */
const APART = "8a55";

export function isApart(assemblyId: string): boolean {
  return assemblyId.slice(14, 18) === APART;
}

/** An id for an assembly apart, from one of chance. */
export function apartId(random: string): string {
  return `${random.slice(0, 14)}${APART}${random.slice(18)}`;
}

/**
 * What somebody is to one assembly apart today: a worker on its roll or in one of its offices, or
 * one who observes for the management. Whoever stands on the employer's side is never a worker
 * there, and nobody observes while a vote is open.
 */
export type ApartPlace = { assemblyId: string; part: "worker" | "observer" };

/** Observers read the agenda, documents and published results; rooms and names are none of theirs. */
const OBSERVED: readonly string[] = ["assembly.read"];

/** What workers do without: nobody speaks for another, guests do not watch, no law convenes them. */
const UNKNOWN: readonly string[] = [
  "assembly.convene",
  "mandate.give",
  "mandate.list",
  "mandate.register",
];

/** Whether the door of an assembly is open to somebody for an action; what they may inside is asked next. */
export function mayEnterApart(
  places: readonly ApartPlace[] | undefined,
  action: string,
  assemblyId: string,
): boolean {
  if (UNKNOWN.includes(action)) return false;
  const place = places?.find((one) => one.assemblyId === assemblyId);
  return place?.part === "worker" || (place?.part === "observer" && OBSERVED.includes(action));
}
