import type { ApartPlace } from "./apart.ts";
import type { PersonId } from "./ids.ts";
import type { Language } from "./languages.ts";

/** Roles that are granted per body and with dates. What each may do: can.ts. */
export const ROLES = [
  "organiser",
  "chair",
  "secretary",
  "scrutineer",
  "moderator",
  "facilitator",
  "director",
  "desk",
  "register_keeper",
  "support_staff",
  // Receives people at a door, with a list that works offline.
  "steward",
] as const;
export type Role = (typeof ROLES)[number];

/** Where a role holds: everywhere, on the board, or in one assembly. */
export type Body = "cooperative" | "board" | `assembly:${string}`;

export type Grant = { role: Role; body: Body };

/** Who acts. Grants are those valid today; a person without any is a plain member or guest. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "system" }
  | {
      kind: "person";
      personId: PersonId;
      /** SHA-256 (hex) of the session id: lets a transaction check that the session still lives. */
      sessionHash: string;
      name: string;
      language: Language;
      /** A sociétaire today. Whether they may vote is asked of the roll, never of this flag. */
      isMember: boolean;
      grants: Grant[];
      /** Their places in assemblies of workers; without one the door is closed (apart.ts). */
      apart?: ApartPlace[];
    };

export type PersonActor = Extract<Actor, { kind: "person" }>;
