import type { Language } from "../kernel/languages.ts";
import { type Mode, type Sector, SIZE, type Slot } from "./words.ts";

/** Who waits for a group, in the order in which they asked. */
export type Applicant = {
  id: string;
  language: Language;
  mode: Mode;
  /** Where one would come to; without meaning for groups online. */
  officeId?: string;
  sector: Sector;
  trade: string;
  slots: readonly Slot[];
};

type Apart = (a: string, b: string) => boolean;

/** Two persons, in any order. */
export type Pair = readonly [string, string];

export type ProposedGroup = {
  language: Language;
  mode: Mode;
  officeId?: string;
  slot: Slot;
  ids: string[];
};

/** Of one sector in a group: learning lives on a mix of trades. */
const MOST_OF_A_SECTOR = 3;

const pairKey = (a: string, b: string) => (a < b ? `${a}/${b}` : `${b}/${a}`);

/** Whether two are kept apart: asked both ways round. */
export function apartness(pairs: readonly Pair[]): (a: string, b: string) => boolean {
  const apart = new Set(pairs.map(([a, b]) => pairKey(a, b)));
  return (a, b) => apart.has(pairKey(a, b));
}

/**
 * Whether two may be after the same clients though neither said so: the same trade in the same words
 * around the same office. Who works online for anybody is near everybody.
 */
export function mayCompete(a: Applicant, b: Applicant): boolean {
  if (a.sector !== b.sector || plainTrade(a.trade) !== plainTrade(b.trade)) return false;
  return a.officeId === b.officeId || a.officeId === undefined || b.officeId === undefined;
}

/** Without capitals, accents, signs and spaces: "Graphiste !" is "graphiste". */
function plainTrade(trade: string): string {
  return trade
    .normalize("NFD")
    .replace(/[^\p{Letter}\p{Number}]/gu, "")
    .toLowerCase();
}

/**
 * Groups that could begin now, best first. All of one language, in one room or all online, with one
 * half day at which all can; nobody beside somebody they are kept apart from; not more than three of a
 * sector. Who asked first is placed first. Smaller than the usual size only where nothing else is possible.
 */
export function proposeGroups(
  applicants: readonly Applicant[],
  pairs: readonly Pair[],
): ProposedGroup[] {
  const apart = apartness(pairs);
  const groups: ProposedGroup[] = [];
  let waiting = [...applicants];
  for (;;) {
    const best = largestGroup(waiting, apart);
    if (!best) return groups;
    groups.push(best);
    waiting = waiting.filter(({ id }) => !best.ids.includes(id));
  }
}

/** The fullest of the groups that each place and half day allows; of two as full, who waits longest. */
function largestGroup(waiting: readonly Applicant[], apart: Apart): ProposedGroup | undefined {
  let best: ProposedGroup | undefined;
  for (const first of waiting) {
    const alike = waiting.filter((other) => meetAlike(first, other));
    for (const slot of first.slots) {
      const free = alike.filter(({ slots }) => slots.includes(slot));
      const ids = gather(free, apart);
      if (ids.length < SIZE.least || ids.length <= (best?.ids.length ?? 0)) continue;
      const { language, mode, officeId } = first;
      best = { language, mode, ...(mode === "room" && officeId && { officeId }), slot, ids };
      if (ids.length === SIZE.usualMost) return best;
    }
  }
  return best;
}

function meetAlike(one: Applicant, other: Applicant): boolean {
  if (one.language !== other.language || one.mode !== other.mode) return false;
  return one.mode === "online" || one.officeId === other.officeId;
}

/** Takes people in their order as long as they fit with those taken. */
function gather(people: readonly Applicant[], apart: Apart): string[] {
  const taken: Applicant[] = [];
  const most = sizeFor(people.length);
  for (const person of people) {
    if (taken.length === most) break;
    const same = taken.filter(({ sector }) => sector === person.sector).length;
    const clash = taken.some((other) => apart(other.id, person.id) || mayCompete(other, person));
    if (same < MOST_OF_A_SECTOR && !clash) taken.push(person);
  }
  return taken.map(({ id }) => id);
}

/** Twelve make two groups of six, not one of eight and four who go on waiting. */
function sizeFor(people: number): number {
  const groups = Math.max(1, Math.floor(people / SIZE.usualLeast));
  return Math.min(SIZE.usualMost, Math.ceil(people / groups));
}
