import type { Language } from "../kernel/languages.ts";
import { apartness, type Pair } from "./matching.ts";
import type { FacilitatorStage, Mode, Side, Slot } from "./words.ts";

export type Facilitator = {
  id: string;
  side: Side;
  stage: FacilitatorStage;
  languages: readonly Language[];
  modes: readonly Mode[];
  /** Where they can be; undefined for everywhere. */
  officeId?: string;
  slots: readonly Slot[];
  /** Cycles at a time, and how many they lead now. */
  capacity: number;
  leads: number;
};

/** What has to be led. `slot` is undefined where the hours are not settled yet. */
export type ToLead = {
  language: Language;
  mode: Mode;
  officeId?: string;
  slot?: Slot;
  participants: readonly string[];
};

export type ProposedPair = { memberId: string; supportId: string; together: number };

/**
 * Pairs that can lead a group, best first: those who led least often together, so that everybody
 * learns from everybody, then those who lead least now. One is of the members, one of the support
 * team; at least one is ready, the other may be shadowing. Neither is kept apart from a participant:
 * whoever holds somebody's file does not lead their group (rules 2.3).
 */
export function pairsFor(
  group: ToLead,
  pool: readonly Facilitator[],
  { conflicts, history }: { conflicts: readonly Pair[]; history: readonly Pair[] },
): ProposedPair[] {
  const apart = apartness(conflicts);
  const free = pool.filter((one) => canLead(one, group) && !meetsOneOf(one.id, group, apart));
  const load = (id: string) => free.find((one) => one.id === id)?.leads ?? 0;
  return free
    .filter(({ side }) => side === "member")
    .flatMap((member) =>
      free
        .filter((other) => other.side === "support" && oneIsReady(member, other))
        .filter((support) => !apart(member.id, support.id))
        .map((support) => ({
          memberId: member.id,
          supportId: support.id,
          together: timesTogether(history, member.id, support.id),
        })),
    )
    .toSorted(
      (a, b) =>
        a.together - b.together ||
        load(a.memberId) + load(a.supportId) - load(b.memberId) - load(b.supportId),
    );
}

function canLead(one: Facilitator, { language, mode, officeId, slot }: ToLead): boolean {
  if (one.stage === "learning" || one.leads >= one.capacity) return false;
  if (!one.languages.includes(language) || !one.modes.includes(mode)) return false;
  if (slot !== undefined && !one.slots.includes(slot)) return false;
  return mode === "online" || one.officeId === undefined || one.officeId === officeId;
}

function meetsOneOf(
  id: string,
  { participants }: ToLead,
  apart: (a: string, b: string) => boolean,
): boolean {
  return participants.some((person) => person === id || apart(person, id));
}

const oneIsReady = (a: Facilitator, b: Facilitator) => a.stage === "ready" || b.stage === "ready";

function timesTogether(history: readonly Pair[], a: string, b: string): number {
  return history.filter((pair) => pair.includes(a) && pair.includes(b)).length;
}

/** Who leads the process of a session; the other keeps time and notes. They change every time. */
export function leadOf(
  position: number,
  { memberId, supportId }: { memberId: string; supportId: string },
): { leadId: string; secondId: string } {
  return position % 2 === 1
    ? { leadId: memberId, secondId: supportId }
    : { leadId: supportId, secondId: memberId };
}

/**
 * How many more groups could be led in a language: a pair takes one free place of each side, and at
 * least one of the two is ready. An upper bound: conflicts and half days are settled group by group.
 */
export function groupsPossible(pool: readonly Facilitator[], language: Language): number {
  const places = (side: Side, stage: FacilitatorStage) =>
    pool
      .filter((one) => one.side === side && one.stage === stage && one.languages.includes(language))
      .reduce((sum, { capacity, leads }) => sum + Math.max(0, capacity - leads), 0);
  const ready = { member: places("member", "ready"), support: places("support", "ready") };
  const shadow = { member: places("member", "shadowing"), support: places("support", "shadowing") };
  return Math.min(
    ready.member + shadow.member,
    ready.support + shadow.support,
    ready.member + ready.support,
  );
}
