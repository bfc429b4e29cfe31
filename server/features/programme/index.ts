import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { type EventsOf, feedCalendar, sessionCalendar } from "./calendars.ts";
import { programmeCommands } from "./commands.ts";
import { editPage, sessionDraft } from "./edit-pages.ts";
import { createFeedKeys, feedUrl } from "./feeds.ts";
import { myProgramme, programmePage, sessionPage, sitePage } from "./queries.ts";
import { remindOfTomorrow } from "./remind.ts";
import { synthesesPage } from "./syntheses-page.ts";
import { tellOfChanges } from "./tell-of-sessions.ts";

export { createFeedKeys, feedUrl };

/**
 * The programme of an assembly: sessions over places and stops, who comes, what was noted.
 * `besides`: what else somebody goes to, for the one calendar they have.
 */
export function createProgrammeFeature(
  platform: Platform,
  besides: EventsOf = () => Promise.resolve([]),
) {
  const keys = createFeedKeys(createSealing(platform.env));
  return {
    commands: programmeCommands(platform, keys),
    page: (actor: Actor, slug: string) => programmePage(platform, actor, slug),
    session: (actor: Actor, input: { slug: string; sessionId: string }) =>
      sessionPage(platform, actor, input),
    site: (actor: Actor, input: { slug: string; site: string }) => sitePage(platform, actor, input),
    syntheses: (actor: Actor, slug: string) => synthesesPage(platform, actor, slug),
    mine: (actor: Actor, slug: string) => myProgramme(platform, keys, actor, slug),
    edit: (actor: Actor, slug: string) => editPage(platform, actor, slug),
    /** Asked by who was shown `edit`: it gives no right of its own. */
    sessionDraft: (assemblyId: string, sessionId: string) =>
      sessionDraft(platform, assemblyId, sessionId),
    sessionCalendar: (actor: Actor, input: { sessionId: string; language: Language }) =>
      sessionCalendar(platform, actor, input),
    feedCalendar: (token: string) => feedCalendar(platform, token, besides),
    /** Job process: who registered hears of what changed, a slice at a time. */
    tellOfChanges: () => tellOfChanges(platform),
    remindOfTomorrow: () => remindOfTomorrow(platform),
  };
}
