import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Language } from "../kernel/languages.ts";
import { wilsonLower } from "./wilson.ts";

/** Questions that a slot takes (rules §4.5). */
export const SLOT_SIZE = 5;
/** Of them, the best supported. */
const BY_SUPPORT = 2;

/** Where a question came from: a site's id, or this for everybody who is in no room. */
export const ONLINE = "online";

/** A published question that waits to be asked. */
export type SlotCandidate = {
  id: string;
  /** The public number: the draw is by it, so that anybody can repeat it. */
  number: number;
  /** Its own language first, then those of the questions merged into it. */
  languages: readonly Language[];
  /** Site ids or "online", likewise. */
  places: readonly string[];
  /** ms since epoch. */
  receivedAt: number;
  supports: number;
  exposures: number;
};

/** How many questions of a group were published, and how many of those were asked or answered. */
export type Service = { asked: number; received: number };

export type SlotInput = {
  pool: readonly SlotCandidate[];
  languages: Readonly<Record<string, Service>>;
  places: Readonly<Record<string, Service>>;
  /** Settled before anybody knows what it gives, and published. */
  seed: string;
};

/** A place of a slot that nobody could take. */
export type Unfilled = "support" | "language" | "place";

/** Why a question is next, said to everybody. */
export type QueueWhy =
  | { rule: "support"; rank: number; supports: number; exposures: number }
  | ({ rule: "language"; language: Language } & Service)
  | ({ rule: "place"; place: string } & Service)
  /** `ticket` of `of` in the order of the draw; `instead` of a place that stayed free. */
  | { rule: "draw"; ticket: number; of: number; instead?: Unfilled }
  | { rule: "chair"; reason: string }
  | { rule: "moderator" };

export type SlotPick = { id: string; why: QueueWhy };

/**
 * Five questions: the two best supported, the oldest of the least served language, the oldest of the
 * least served city or channel, one by lot (rules §4.5). A place that nobody can take goes to the
 * lot. The same input always gives the same slot.
 */
export function composeSlot({ pool, languages, places, seed }: SlotInput): SlotPick[] {
  const slot = new Slot(pool, languages, places);
  const support = bestSupported(pool).slice(0, BY_SUPPORT);
  support.forEach(({ id, supports, exposures }, at) =>
    slot.take(id, { rule: "support", rank: at + 1, supports, exposures }),
  );
  const empty: Unfilled[] = support.length < BY_SUPPORT ? ["support"] : [];
  if (support.length === 0) empty.push("support");
  if (!slot.takeLeastServed("language")) empty.push("language");
  if (!slot.takeLeastServed("place")) empty.push("place");

  const urn = drawOrder(slot.left(), seed);
  [undefined, ...empty].forEach((instead, at) => {
    const drawn = urn[at];
    if (!drawn) return;
    const ticket = { ticket: at + 1, of: urn.length };
    slot.take(drawn.id, { rule: "draw", ...ticket, ...(instead ? { instead } : {}) });
  });
  return slot.picks;
}

/** Questions that somebody supports, by the lower bound of their share; then by number. */
export function bestSupported<Q extends Omit<SlotCandidate, "id">>(pool: readonly Q[]): Q[] {
  const bound = ({ supports, exposures }: Q) => wilsonLower(supports, exposures);
  return pool
    .filter(({ supports }) => supports > 0)
    .sort((a, b) => bound(b) - bound(a) || a.number - b.number);
}

/** The order of a public draw: by the SHA-256 of "seed|number", smallest first (as V5). */
export function drawOrder<Q extends { number: number }>(pool: readonly Q[], seed: string): Q[] {
  return pool
    .map((one) => ({ one, key: bytesToHex(sha256(utf8ToBytes(`${seed}|${one.number}`))) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}

/** A slot being filled; what it takes counts as asked for the places after. */
class Slot {
  readonly picks: SlotPick[] = [];
  readonly #pool: readonly SlotCandidate[];
  readonly #service: { language: Map<string, Service>; place: Map<string, Service> };

  constructor(
    pool: readonly SlotCandidate[],
    languages: SlotInput["languages"],
    places: SlotInput["places"],
  ) {
    this.#pool = pool;
    this.#service = {
      language: new Map(Object.entries(languages)),
      place: new Map(Object.entries(places)),
    };
  }

  left(): SlotCandidate[] {
    return this.#pool.filter(({ id }) => this.picks.every((pick) => pick.id !== id));
  }

  take(id: string, why: QueueWhy): void {
    this.picks.push({ id, why });
    const taken = this.#pool.find((one) => one.id === id);
    for (const kind of ["language", "place"] as const) {
      for (const key of taken ? keysOf(taken, kind) : []) {
        const { asked, received } = this.#service[kind].get(key) ?? { asked: 0, received: 1 };
        this.#service[kind].set(key, { asked: asked + 1, received });
      }
    }
  }

  /** The oldest question of the group that is served least; false where it has none left. */
  takeLeastServed(kind: "language" | "place"): boolean {
    const [least] = [...this.#service[kind]].sort(byService);
    if (!least) return false;
    const [key, { asked, received }] = least;
    const [oldest] = this.left()
      .filter((one) => keysOf(one, kind).includes(key))
      .sort((a, b) => a.receivedAt - b.receivedAt || a.number - b.number);
    if (!oldest) return false;
    const service = { asked, received };
    this.take(
      oldest.id,
      kind === "language"
        ? { rule: "language", language: key as Language, ...service }
        : { rule: "place", place: key, ...service },
    );
    return true;
  }
}

function keysOf(one: SlotCandidate, kind: "language" | "place"): readonly string[] {
  return kind === "language" ? one.languages : one.places;
}

/**
 * Least served first: (asked + 1) of (received + 1), so that a group with one question does not
 * weigh as much as one with twenty. Whole numbers; then the larger group, then the key.
 */
function byService([a, x]: [string, Service], [b, y]: [string, Service]): number {
  const left = (x.asked + 1) * (y.received + 1);
  const right = (y.asked + 1) * (x.received + 1);
  return left - right || y.received - x.received || (a < b ? -1 : 1);
}
