import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { HomeItem } from "#wire/home.ts";
import type { Platform } from "../../platform/platform.ts";

/** Whose home it is, and in which language it is said. */
export type HomeReader = { actor: PersonActor; language: Language };

/**
 * What one feature has to say on somebody's home: one query, one row or a few a person, whatever the
 * number of members. `server/features/<f>/home.ts` exports one; sources.ts lists them.
 */
export type HomeSource = (platform: Platform, reader: HomeReader) => Promise<HomeItem[]>;
