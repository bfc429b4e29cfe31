import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { dayPage } from "./day-page.ts";
import { debatePage } from "./debate-page.ts";
import { debateRooms } from "./rooms.ts";

/** The day: debates in their rooms, and the two votes on what they left. */
export function createWorkersDayPart(platform: Platform) {
  return {
    rooms: debateRooms(platform),
    page: (actor: Actor, asked: { slug: string; language: Language }) =>
      dayPage(platform, actor, asked),
    debate: (actor: Actor, asked: { slug: string; code: string }) =>
      debatePage(platform, actor, asked),
  };
}
