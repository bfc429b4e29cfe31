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
