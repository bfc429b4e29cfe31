import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { JobHandlers } from "../../../platform/jobs.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { deskSearch, proposeFrom, similarSearch, wallSearch } from "#wire/proposals.ts";
import { compareProposals, enqueueMissingComparisons } from "./compare.ts";
import { proposalDesk } from "./desk-page.ts";
import { frozenFile } from "./frozen.ts";
import { linePage, editionsPage } from "./line-pages.ts";
import { lapseMerges } from "./merge.ts";
import { proposalPage } from "./proposal-page.ts";
import { proposePage, similarProposals } from "./propose-page.ts";
import { proposalWall } from "./wall-page.ts";

/** What an address asks for; what makes no sense is left out. */
type Asked = Record<string, string>;
/** Which assembly, and the language of who reads. */
type Read = { slug: string; language: Language };

/** Proposals of a workers' assembly and its front pages. */
export function createProposals(platform: Platform) {
  return {
    editions: (actor: Actor, asked: Asked) => editionsPage(platform, actor, asked),
    line: (actor: Actor, slug: string) => linePage(platform, actor, slug),
    wall: (actor: Actor, { slug, language, asked }: Read & { asked: Asked }) =>
      proposalWall(platform, actor, slug, wallSearch.parse(asked), language),
    proposing: (actor: Actor, { asked, ...read }: Read & { asked: Asked }) =>
      proposePage(platform, actor, read, proposeFrom.parse(asked)),
    similar: (slug: string, asked: Asked) =>
      similarProposals(platform, slug, similarSearch.parse(asked)),
    /** By its code once the list is frozen, or its id. */
    proposal: (actor: Actor, read: Read & { code: string }) => proposalPage(platform, actor, read),
    /** `asked.part` may be said several times. */
    desk: (actor: Actor, slug: string, asked: Record<string, string | string[]>) =>
      proposalDesk(platform, actor, slug, deskSearch.parse(asked)),
    /** The frozen list as the file its hash is of. */
    list: (slug: string) => frozenFile(platform.pool, slug),
    /** Job process. */
    enqueueMissing: () => enqueueMissingComparisons(platform),
    lapse: () =>
      inTransaction(platform.pool, (client) =>
        lapseMerges(platform, client, { before: dayInBrussels(platform.clock.now()) }),
      ),
  };
}

export function proposalJobs(platform: Platform): JobHandlers {
  return {
    "proposals.compare": ({ workersAssemblyId }, tools) =>
      compareProposals(platform, workersAssemblyId, tools),
  };
}
