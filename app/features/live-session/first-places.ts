import type { SessionPlace } from "./session-place.ts";

/** Views that stand at hand before the others, for who may be in many. */
const AT_HAND: readonly SessionPlace[] = [
  "chair",
  "secretary",
  "moderation",
  "results",
  "screen",
  "door",
  "member",
  "reader",
];

/** With the one that leads to the rest, as many tabs as a phone shows in two lines. */
const MOST = 5;

/** Which views stand at hand, in their usual order, and which are folded away; `here` is at hand. */
export function firstPlaces(
  places: readonly SessionPlace[],
  here: string,
): [first: SessionPlace[], rest: SessionPlace[]] {
  if (places.length <= MOST) return [[...places], []];
  const rank = (place: SessionPlace) => {
    if (place === here) return -1;
    const at = AT_HAND.indexOf(place);
    return at < 0 ? AT_HAND.length : at;
  };
  const chosen = [...places].sort((a, b) => rank(a) - rank(b)).slice(0, MOST - 1);
  return [
    places.filter((place) => chosen.includes(place)),
    places.filter((place) => !chosen.includes(place)),
  ];
}
