import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";

/**
 * A kind of room a feature offers. Rooms are named `<prefix>/<id>/<audience>`; each audience sees
 * its own view, computed from PostgreSQL and nothing else.
 */
export type RoomKind = {
  prefix: string;
  /** Audiences that share one view. */
  audiences: readonly string[];
  /** The audience whose view belongs to one person, if the kind has one. */
  personal?: string;
  /** Asked at every join, and again when the person's roles change. */
  authorise: (actor: Actor, id: string, audience: string) => Promise<Result<null>>;
  /** The whole view; `personId` is given for the personal audience. No null, no undefined. */
  view: (
    client: ClientBase,
    id: string,
    audience: string,
    personId?: string,
  ) => Promise<JsonObject>;
};
