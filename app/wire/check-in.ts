import { z } from "zod";
import type { SiteKind } from "../domain/programme/site.ts";
import type { Translated } from "../domain/kernel/languages.ts";
import { DOOR_ACTS_AT_ONCE } from "../domain/check-in/door.ts";
import { PASS_TOKEN_LENGTH, ROOM_CODE_DIGITS } from "../domain/check-in/way-in.ts";

const id = z.uuid();

const passage = z.strictObject({
  id,
  siteId: id,
  kind: z.enum(["arrive", "leave"]),
  personId: id,
  /** ms since epoch, on the server's clock as the steward's device knows it. */
  at: z.int().positive(),
});

/** What a live command of this feature carries. Doors send theirs as forms, many at once. */
export const CHECK_IN_COMMANDS = {
  // Stewards
  "door.sync": z.strictObject({
    assemblyId: id,
    acts: z
      .array(z.union([passage, z.strictObject({ id, kind: z.literal("undo"), undoes: id })]))
      .min(1)
      .max(DOOR_ACTS_AT_ONCE),
  }),
  /** One act now, as a plain form sends it. */
  "door.note": z.strictObject({
    assemblyId: id,
    siteId: id,
    personId: id,
    kind: z.enum(["arrive", "leave"]),
  }),
  // Everybody for themselves
  "site.arrive": z.strictObject({ assemblyId: id, siteId: id }),
  "pass.renew": z.strictObject({ assemblyId: id }),
  // Organisers
  "pass.send": z.strictObject({ assemblyId: id }),
  "guests.welcome": z.strictObject({ assemblyId: id, open: z.boolean() }),
} as const;

export type DoorAct = z.infer<(typeof CHECK_IN_COMMANDS)["door.sync"]>["acts"][number];

/**
 * What became of an act: kept (or kept before), or not, and why. All of these are final: a device
 * forgets the act. Where the server cannot be reached there is no answer, and it is sent again.
 */
export type DoorOutcome = "kept" | "unknown" | "out-of-time" | "nothing-to-undo";

export type CheckInResults = {
  "door.sync": { now: number; outcomes: Record<string, DoorOutcome> };
  "pass.send": { persons: number };
};

/** The form of a personal pass: with the room's code it signs in. */
export const PASS_FORMS = {
  enter: z.object({
    code: z
      .string()
      .max(40)
      .transform((typed) => typed.replace(/\D/g, ""))
      .refine((digits) => digits.length === ROOM_CODE_DIGITS),
  }),
} as const;

export const PassToken = z.object({ token: z.string().length(PASS_TOKEN_LENGTH) });

/** Persons on the roll who are here now, with the shares they hold. */
export type PlaceCount = { persons: number; shares: number };

/** Where people are: by site, and `online` for everybody who is at none. */
export type PresenceView = Record<
  string,
  PlaceCount & { name: string; city: string; kind: SiteKind; position: number }
>;

/** A person at a door: enough to know the right one by, and no more. */
export type DoorPerson = {
  id: string;
  name: string;
  registerNo?: string;
  /** How many legal persons they represent: these are present with them. */
  represents?: number;
};

/** As the list travels: id, name, register number, tag of the pass, legal persons represented. */
export type DoorRow = [
  id: string,
  name: string,
  registerNo: string,
  passTag: string,
  represents: number,
];

/** The list that a door keeps while it is open. Instants in ms on the server's clock. */
export type DoorList = { now: number; forgetAt: number; people: DoorRow[] };

/** Where somebody is: since when, and at which site; nowhere means gone. */
export type DoorStanding = {
  at: number;
  siteId?: string;
  present: boolean;
  /** Secret ballots of votes that are not over which a delegate took before they came. */
  taken?: number;
};
export type DoorNews = { now: number; standings: Record<string, DoorStanding> };

/** The page of a door as the server gives it: enough to work without scripts. */
export type DoorPageView = {
  assembly: { id: string; slug: string; title: Translated };
  sites: SiteEntry[];
  /** The site whose door this is; absent where the assembly has none. */
  chosen?: string;
  open: boolean;
  room?: RoomCode;
  /** What a search found, and where each of them is. */
  people: DoorPerson[];
  standings: Record<string, DoorStanding>;
};

/** The six digits of a room, and when the next ones come (ms). */
export type RoomCode = { code: string; until: number };

/** One site with its way in. */
export type SiteEntry = {
  id: string;
  slug: string;
  kind: SiteKind;
  name: string;
  city: string;
  code: string;
  /** ms since epoch. */
  startsAt: number;
  endsAt: number;
};

/** A picture of dark squares: an SVG path in a square of `size` units, margin included. */
export type QrPicture = { size: number; path: string };

/** What a poster or a screen shows of a site. */
export type PosterView = {
  site: SiteEntry;
  /** Without the scheme, as people type it. */
  address: string;
  qr: QrPicture;
  /** The six digits of this minute and when the next ones come; absent while doors are closed. */
  room?: RoomCode;
};

/** Presence through the day: at each instant how many were where. */
export type PresenceDay = {
  assembly: { id: string; slug: string; title: Translated };
  places: { key: string; name: string; city: string; kind: SiteKind }[];
  /** By instant (ms), counts in the order of `places`: persons, shares. */
  steps: { at: number; counts: [persons: number, shares: number][] }[];
  asked?: { at: number; counts: [persons: number, shares: number][] };
};
