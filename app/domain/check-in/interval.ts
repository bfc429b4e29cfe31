/** Somebody's presence from one instant to another, in one place. Instants are ms since epoch. */
export type Interval = {
  from: number;
  /** Absent while it lasts. */
  to?: number;
  /** The site; absent where somebody takes part online. */
  siteId?: string;
  channel: Channel;
};

/**
 * How somebody came in: by themselves online or in a room, through a steward, with a pass; or that
 * they voted, from the opening of that vote to its close.
 */
export const CHANNELS = ["online", "room", "door", "pass", "vote"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a door knows: somebody came in here, or went out, at that instant. */
export type Passage = { at: number } & (
  | { kind: "arrive"; siteId?: string; channel: Channel }
  | { kind: "leave" }
);
