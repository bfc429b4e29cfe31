import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { labSearch } from "#wire/smartlab-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { ledgerOrigin } from "../ledger/enter.ts";
import { labCalendar, meetingsForCalendar } from "./calendar.ts";
import { smartlabCommands } from "./commands.ts";
import { findLabs } from "./find.ts";
import { hubPage } from "./hub-pages.ts";
import { remindOfAnswers } from "./hub-reminders.ts";
import { labPage } from "./lab-page.ts";
import { myLabs } from "./my-labs.ts";
import { labOverview } from "./overview.ts";
import { labOfCode, labPoster } from "./poster.ts";
import { remindOfMeetings, tendLabs } from "./tend.ts";

/** SmartLabs: groups that members begin and lead, from the first interest to what they made. */
export function createSmartlabFeature(platform: Platform) {
  return {
    commands: smartlabCommands(platform),
    /** `asked`: what an address says; what makes no sense is left out. */
    find: (actor: Actor, asked: Record<string, string>) =>
      findLabs(platform, actor, labSearch.parse(asked)),
    page: (actor: Actor, slug: string) => labPage(platform, actor, slug),
    poster: (actor: Actor, slug: string) => labPoster(platform, actor, slug),
    /** The lab that a short address leads to. */
    slugOfCode: (code: string) => labOfCode(platform, code),
    mine: (actor: Actor) => myLabs(platform, actor),
    hub: (actor: Actor, slug: string) => hubPage(platform, actor, slug),
    overview: (actor: Actor) => labOverview(platform, actor),
    calendar: (input: { slug: string; language: Language }) => labCalendar(platform, input),
    /** The meetings that somebody goes to, for the calendar they have. */
    meetingsOf: (personId: string, language: Language) =>
      meetingsForCalendar(platform, personId, language),
    /** The entry of the ledger that a lab would take up, for the form of a proposal. */
    origin: (itemId: string) => ledgerOrigin(platform.pool, itemId),
    /** Job process: silent labs are asked, ended pauses are said. */
    tend: () => tendLabs(platform),
    remindOfMeetings: () => remindOfMeetings(platform),
    remindOfAnswers: () => remindOfAnswers(platform),
  };
}
